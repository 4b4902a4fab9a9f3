package org.colophon.adapter.ocfl;

import io.minio.CopyObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.ocfl.core.storage.cloud.CloudObjectKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Writes, copies and deletes objects of one bucket. */
final class StoreWriting {
    /**
     * Bytes of a part. Files up to this size go as one request; the SDK's default of 5 MiB would cut nearly every scan
     * into parts, and an S3Proxy refuses signed bodies over 128 MiB.
     */
    static final long PART = 64L * 1024 * 1024;

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final MinioClient client;
    private final String bucket;
    private final StoreCalls calls;

    StoreWriting(MinioClient client, String bucket, StoreCalls calls) {
        this.client = client;
        this.bucket = bucket;
        this.calls = calls;
    }

    /** @param type media type, or null when unknown */
    CloudObjectKey file(Path source, CloudObjectKey key, String type) {
        return calls.make("writing " + source + " to " + bucket + "/" + key, () -> {
            if (!Files.isRegularFile(source)) {
                throw new NoSuchFileException(source.toString(), null, "is no regular file");
            }
            client.uploadObject(UploadObjectArgs.builder()
                    .bucket(bucket)
                    .object(key.getKey())
                    .filename(source.toString(), PART)
                    .contentType(type == null ? UNKNOWN_TYPE : type)
                    .build());
            return key;
        });
    }

    /**
     * Writes a small file. The first there is, so the bucket is made when it is missing.
     *
     * @param type media type, or null when unknown
     */
    CloudObjectKey bytes(byte[] content, CloudObjectKey key, String type) {
        PutObjectArgs put = PutObjectArgs.builder()
                .bucket(bucket)
                .object(key.getKey())
                .data(content, content.length)
                .contentType(type == null ? UNKNOWN_TYPE : type)
                .build();
        return calls.make("writing " + bucket + "/" + key, () -> {
            try {
                client.putObject(put);
            } catch (ErrorResponseException e) {
                if (!"NoSuchBucket".equals(e.errorResponse().code())) {
                    throw e;
                }
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
                client.putObject(put);
            }
            return key;
        });
    }

    CloudObjectKey copy(CloudObjectKey from, CloudObjectKey to) {
        return calls.make("copying " + bucket + "/" + from + " to " + to, () -> {
            client.copyObject(CopyObjectArgs.builder()
                    .bucket(bucket)
                    .object(to.getKey())
                    .source(SourceObject.builder()
                            .bucket(bucket)
                            .object(from.getKey())
                            .build())
                    .build());
            return to;
        });
    }

    /** Deletes all of them; those that are not there are passed over. */
    void delete(List<CloudObjectKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        String what = "deleting " + keys.size() + " objects of " + bucket + ", the first " + keys.get(0);
        calls.make(what, () -> {
            // The SDK deletes as the results are read, and reports refusals nowhere else.
            for (Result<DeleteResult.Error> refusal : client.removeObjects(RemoveObjectsArgs.builder()
                    .bucket(bucket)
                    .objects(keys.stream()
                            .map(key -> new DeleteRequest.Object(key.getKey()))
                            .toList())
                    .build())) {
                DeleteResult.Error error = refusal.get();
                throw new IOException(error.objectName() + ": " + error.code() + " " + error.message());
            }
            return null;
        });
    }
}
