package org.colophon.adapter.s3;

import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.colophon.adapter.ocfl.StoreClients;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.colophon.port.AccessCopies;

/** Access copies under {@code {id}/{page}/{file}}. The bucket is made at the first put. */
public final class S3AccessCopies implements AccessCopies {
    private static final String NO_BUCKET = "NoSuchBucket";

    private final MinioClient client;
    private final String bucket;

    /** Access copies in the house's own bucket of a store; nothing is sent yet. */
    public static S3AccessCopies at(StoreEndpoint store) {
        return new S3AccessCopies(StoreClients.connect(store), "colophon-access");
    }

    /** @param bucket usually {@code colophon-access} */
    public S3AccessCopies(MinioClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(ItemId item, int page, Kind kind, Path file) {
        String key = key(item, page, kind);
        try {
            upload(key, kind, file);
        } catch (MinioException | IllegalStateException e) {
            if (!says(e, NO_BUCKET)) {
                throw unavailable("could not be put into", key, e);
            }
            putIntoNewBucket(key, kind, file);
        }
    }

    @Override
    public Optional<InputStream> open(ItemId item, int page, Kind kind) {
        String key = key(item, page, kind);
        try {
            return Optional.of(client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build()));
        } catch (MinioException | IllegalStateException e) {
            if (says(e, "NoSuchKey") || says(e, NO_BUCKET)) {
                return Optional.empty();
            }
            throw unavailable("could not be read from", key, e);
        }
    }

    private void putIntoNewBucket(String key, Kind kind, Path file) {
        try {
            makeBucket();
            upload(key, kind, file);
        } catch (MinioException | IllegalStateException e) {
            throw unavailable("could not be put into", key, e);
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
            if (!says(e, "BucketAlreadyOwnedByYou") && !says(e, "BucketAlreadyExists")) {
                throw e;
            }
        }
    }

    private static boolean says(Exception failure, String code) {
        return failure instanceof ErrorResponseException refused
                && code.equals(refused.errorResponse().code());
    }

    private static String key(ItemId item, int page, Kind kind) {
        return item + "/" + page + "/" + kind.file();
    }

    /** The SDK wraps a connection that broke in an IllegalStateException; without such a cause it is our own mistake. */
    private RuntimeException unavailable(String what, String key, Exception failure) {
        if (failure instanceof IllegalStateException mistake && !(failure.getCause() instanceof IOException)) {
            return mistake;
        }
        return new UnavailableException(
                "store",
                "the access copy " + key + " " + what + " the bucket " + bucket
                        + ": check that the store runs and that its keys are right (" + failure.getMessage() + ")",
                failure);
    }
}
