package org.colophon.adapter.ocfl;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.ocfl.core.storage.cloud.CloudObjectKey;
import io.ocfl.core.storage.cloud.HeadResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Reads objects of one bucket, whole or in part. */
final class StoreReading {
    private final MinioClient client;
    private final String bucket;
    private final StoreCalls calls;

    StoreReading(MinioClient client, String bucket, StoreCalls calls) {
        this.client = client;
        this.bucket = bucket;
        this.calls = calls;
    }

    InputStream stream(CloudObjectKey key) {
        return open(key, GetObjectArgs.builder());
    }

    /** @param range as in RFC 9110 §14.1.2, for example {@code bytes=0-99} */
    InputStream range(CloudObjectKey key, String range) {
        return open(key, GetObjectArgs.builder().extraHeaders(Map.of("Range", range)));
    }

    private InputStream open(CloudObjectKey key, GetObjectArgs.Builder request) {
        String what = "reading " + bucket + "/" + key;
        return new StoreStream(
                calls,
                what,
                calls.make(
                        what,
                        () -> client.getObject(
                                request.bucket(bucket).object(key.getKey()).build())));
    }

    String string(CloudObjectKey key) {
        return calls.make("reading " + bucket + "/" + key, () -> {
            try (InputStream in = stream(key)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    Path file(CloudObjectKey key, Path target) {
        return calls.make("reading " + bucket + "/" + key + " into " + target, () -> {
            try (InputStream in = stream(key)) {
                copy(in, target);
            }
            return target;
        });
    }

    private static void copy(InputStream in, Path target) throws IOException {
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }

    HeadResult head(CloudObjectKey key) {
        return calls.make("looking at " + bucket + "/" + key, () -> {
            StatObjectResponse stat = client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key.getKey()).build());
            return new HeadResult()
                    .setContentLength(stat.size())
                    .setContentEncoding(stat.headers().get("Content-Encoding"))
                    .setETag(stat.etag())
                    .setLastModified(stat.lastModified().toInstant());
        });
    }
}
