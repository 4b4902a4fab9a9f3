package org.colophon.adapter.s3;

import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.colophon.port.AccessCopies;

/** Access copies under {@code {id}/{page}/{file}}. The bucket is made at the first put. */
public final class S3AccessCopies implements AccessCopies {
    private final MinioClient client;
    private final String bucket;

    /** @param bucket usually {@code colophon-access} */
    public S3AccessCopies(MinioClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(ItemId item, int page, Kind kind, Path file) {
        try {
            try {
                upload(key(item, page, kind), kind, file);
            } catch (ErrorResponseException e) {
                if (!isA(e, "NoSuchBucket")) {
                    throw e;
                }
                makeBucket();
                upload(key(item, page, kind), kind, file);
            }
        } catch (MinioException e) {
            throw unavailable("could not be put into", key(item, page, kind), e);
        }
    }

    @Override
    public Optional<InputStream> open(ItemId item, int page, Kind kind) {
        String key = key(item, page, kind);
        try {
            return Optional.of(client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build()));
        } catch (ErrorResponseException e) {
            if (isA(e, "NoSuchKey") || isA(e, "NoSuchBucket")) {
                return Optional.empty();
            }
            throw unavailable("could not be read from", key, e);
        } catch (MinioException e) {
            throw unavailable("could not be read from", key, e);
        }
    }

    private void upload(String key, Kind kind, Path file) throws MinioException {
        client.uploadObject(UploadObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .filename(file.toString())
                .contentType(kind.mime())
                .build());
    }

    /** Another process may make it at the same moment: that is as good. */
    private void makeBucket() throws MinioException {
        try {
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        } catch (ErrorResponseException e) {
            if (!isA(e, "BucketAlreadyOwnedByYou") && !isA(e, "BucketAlreadyExists")) {
                throw e;
            }
        }
    }

    private static boolean isA(ErrorResponseException e, String code) {
        return code.equals(e.errorResponse().code());
    }

    private static String key(ItemId item, int page, Kind kind) {
        return item + "/" + page + "/" + kind.file();
    }

    private UnavailableException unavailable(String what, String key, MinioException cause) {
        return new UnavailableException(
                "store",
                "the access copy " + key + " " + what + " the bucket " + bucket
                        + ": check that the store runs and that its keys are right (" + cause.getMessage() + ")",
                cause);
    }
}
