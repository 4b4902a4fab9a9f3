package org.colophon.adapter.s3;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colophon.item.UnavailableException;

/** One bucket of a store, for files under way. It is made at the first put. */
final class WorkBucket {
    /** Bytes of a part: nearly every scan goes as one request. */
    private static final long PART = 64L << 20;

    private static final int DELETED_AT_A_TIME = 500;
    private static final String NO_BUCKET = "NoSuchBucket";

    private final MinioClient client;
    private final String bucket;

    WorkBucket(MinioClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** Returns when the store has answered that it keeps the bytes. */
    void put(String key, Path file) {
        UploadObjectArgs.Builder upload = UploadObjectArgs.builder();
        call("put " + key, () -> {
            upload.bucket(bucket).object(key).filename(file.toString(), PART).contentType("application/octet-stream");
            try {
                return client.uploadObject(upload.build());
            } catch (ErrorResponseException e) {
                if (!says(e, NO_BUCKET)) {
                    throw e;
                }
                makeBucket();
                return client.uploadObject(upload.build());
            }
        });
    }

    /** Another machine may make it at the same moment: that is as good. */
    private void makeBucket() throws MinioException {
        try {
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        } catch (ErrorResponseException e) {
            if (!says(e, "BucketAlreadyOwnedByYou") && !says(e, "BucketAlreadyExists")) {
                throw e;
            }
        }
    }

    /** Bytes of an object; empty when it is not there. */
    Optional<Long> size(String key) {
        return call("look at " + key, () -> {
            try {
                return Optional.of(client.statObject(StatObjectArgs.builder()
                                .bucket(bucket)
                                .object(key)
                                .build())
                        .size());
            } catch (ErrorResponseException e) {
                if (e.response() != null && e.response().code() == 404) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** An object to be read and closed; an {@link UnavailableException} when it is not there, too. */
    InputStream open(String key) {
        return call(
                "read " + key,
                () -> client.getObject(
                        GetObjectArgs.builder().bucket(bucket).object(key).build()));
    }

    /** The names between the bucket's top and the first slash. */
    List<String> folders() {
        return list("", false).stream()
                .filter(name -> name.endsWith("/"))
                .map(name -> name.substring(0, name.length() - 1))
                .toList();
    }

    /** Deletes every object below a folder. */
    void deleteAll(String folder) {
        List<String> keys = list(folder + "/", true);
        for (int from = 0; from < keys.size(); from += DELETED_AT_A_TIME) {
            delete(keys.subList(from, Math.min(keys.size(), from + DELETED_AT_A_TIME)));
        }
    }

    private void delete(List<String> keys) {
        RemoveObjectsArgs request = RemoveObjectsArgs.builder()
                .bucket(bucket)
                .objects(keys.stream().map(DeleteRequest.Object::new).toList())
                .build();
        call("delete " + keys.get(0) + " and others", () -> {
            // The SDK deletes as the results are read, and reports refusals nowhere else.
            for (Result<DeleteResult.Error> refusal : client.removeObjects(request)) {
                DeleteResult.Error error = refusal.get();
                throw new IOException(error.objectName() + ": " + error.code() + " " + error.message());
            }
            return null;
        });
    }

    private List<String> list(String prefix, boolean recursive) {
        ListObjectsArgs request = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(recursive)
                .build();
        return call("list " + prefix, () -> {
            List<String> names = new ArrayList<>();
            try {
                for (Result<Item> result : client.listObjects(request)) {
                    names.add(result.get().objectName());
                }
            } catch (ErrorResponseException e) {
                if (!says(e, NO_BUCKET)) {
                    throw e;
                }
            }
            return names;
        });
    }

    private static boolean says(ErrorResponseException refused, String code) {
        return code.equals(refused.errorResponse().code());
    }

    /** The SDK wraps a connection that broke in an IllegalStateException; without such a cause it is our own mistake. */
    private <T> T call(String what, Call<T> call) {
        try {
            return call.make();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof IOException) {
                throw unavailable(what, e);
            }
            throw e;
        } catch (MinioException | IOException e) {
            throw unavailable(what, e);
        }
    }

    /** What any failure in this bucket is to the work: a store that has to be looked at. */
    UnavailableException unavailable(String what, Exception failure) {
        return new UnavailableException(
                "store",
                "the workspace, bucket " + bucket + ", could not " + what + ": " + failure.getMessage()
                        + "; check that the store runs and that its keys are right",
                failure);
    }

    private interface Call<T> {
        T make() throws MinioException, IOException;
    }
}
