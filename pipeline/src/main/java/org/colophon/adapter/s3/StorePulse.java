package org.colophon.adapter.s3;

import io.minio.BucketExistsArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.time.Duration;
import org.colophon.adapter.ocfl.StoreClients;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.item.UnavailableException;

/** Sees at little cost whether a store answers, and answers us. */
public final class StorePulse implements AutoCloseable {
    /** Made at the first deposit: whether it is there says nothing, that we are told does. */
    private static final String BUCKET = "colophon-archive";

    private final MinioClient client;

    /** @param longest how long it may take; nothing is sent yet */
    public StorePulse(StoreEndpoint store, Duration longest) {
        this.client = StoreClients.connect(store, longest);
    }

    /**
     * Asks for a bucket.
     *
     * @throws UnavailableException when the store does not answer, or refuses our keys
     */
    public void answer() {
        try {
            client.bucketExists(BucketExistsArgs.builder().bucket(BUCKET).build());
        } catch (MinioException | IllegalStateException e) {
            throw new UnavailableException("store", "the store does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        StoreClients.close(client);
    }
}
