package org.colophon.adapter.ocfl;

import io.ocfl.core.storage.cloud.CloudClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.colophon.item.UnavailableException;

/** Opens the archive that lies in a store's bucket {@code colophon-archive}. */
public final class S3Archive {
    private static final String BUCKET = "colophon-archive";

    private S3Archive() {}

    /**
     * Deletes what processes that died were about to put, or had linked for it: a put starts from the workspace anew.
     *
     * @param work as given to {@link #open}, by its only user, before that
     */
    public static void sweep(Path work) {
        try {
            if (Files.exists(work)) {
                Trees.delete(work);
            }
        } catch (IOException e) {
            throw new UnavailableException(
                    "disk", "the folder " + work + " could not be emptied: " + e.getMessage(), e);
        }
    }

    /**
     * Opens it; nothing is sent yet.
     *
     * @param work folder for what is about to be put; made if missing
     * @param locks the database of those who share the bucket; empty for its only writer
     */
    public static OcflArchive open(StoreEndpoint store, Path work, Optional<DataSource> locks) {
        return open(store, work, locks, UnaryOperator.identity());
    }

    /** @param through what every call to the store is to pass through */
    public static OcflArchive open(
            StoreEndpoint store, Path work, Optional<DataSource> locks, UnaryOperator<CloudClient> through) {
        try {
            Files.createDirectories(work);
        } catch (IOException e) {
            throw new UnavailableException("disk", "the folder " + work + " could not be made: " + e.getMessage(), e);
        }
        CloudClient client = through.apply(new MinioCloudClient(StoreClients.connect(store), BUCKET, ""));
        return locks.map(database -> new OcflArchive(client, work, database))
                .orElseGet(() -> new OcflArchive(client, work));
    }
}
