package org.colophon.worker.store;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bucket of a test: what the server says of it, and where it lies. */
record TestBucket(MinioClient client, Path root) {
    static final String NAME = "colophon-archive";

    static TestBucket make(StoreProcess store, Path folder) throws Exception {
        MinioClient client = store.client();
        client.makeBucket(MakeBucketArgs.builder().bucket(NAME).build());
        return new TestBucket(client, folder.resolve("store"));
    }

    Path file(String key) {
        return root.resolve(NAME).resolve(key);
    }

    void put(String key, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        client.putObject(PutObjectArgs.builder()
                .bucket(NAME)
                .object(key)
                .data(bytes, bytes.length)
                .build());
    }

    String get(String key) throws Exception {
        try (InputStream in = client.getObject(
                GetObjectArgs.builder().bucket(NAME).object(key).build())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    List<String> list(String prefix, boolean recursive) throws Exception {
        List<String> keys = new ArrayList<>();
        for (var result : client.listObjects(ListObjectsArgs.builder()
                .bucket(NAME)
                .prefix(prefix)
                .recursive(recursive)
                .build())) {
            keys.add(result.get().objectName());
        }
        return keys;
    }
}
