package org.colophon.adapter.s3;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.colophon.adapter.ocfl.StoreClients;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.item.UnavailableException;

/** Tries a store with a real object. */
public final class StoreProbe {
    private static final String BUCKET = "colophon-log";

    private final MinioClient client;

    /** @param store nothing is sent yet */
    public StoreProbe(StoreEndpoint store) {
        this.client = StoreClients.connect(store);
    }

    /**
     * Puts an object, reads it back, deletes it.
     *
     * @throws UnavailableException when any of that fails, saying what the store answered
     */
    public void putGetDelete() {
        String key = "probe/" + UUID.randomUUID();
        byte[] content = key.getBytes(StandardCharsets.UTF_8);
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(BUCKET).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
            }
            client.putObject(PutObjectArgs.builder()
                    .bucket(BUCKET)
                    .object(key)
                    .data(content, content.length)
                    .build());
            try (InputStream back = client.getObject(
                    GetObjectArgs.builder().bucket(BUCKET).object(key).build())) {
                if (!Arrays.equals(content, back.readAllBytes())) {
                    throw new UnavailableException("store", "the store gave other bytes than were put", null);
                }
            }
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(BUCKET).object(key).build());
        } catch (UnavailableException e) {
            throw e;
        } catch (Exception e) {
            throw new UnavailableException(
                    "store",
                    "the store could not be used: " + e.getMessage()
                            + ". Check store.endpoint, store.region and the keys, and that this user may write.",
                    e);
        }
    }
}
