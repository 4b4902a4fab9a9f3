package org.colophon.adapter.ocfl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.colophon.item.UnavailableException;

/** Opens the archive that lies in a store's bucket {@code colophon-archive}. */
public final class S3Archive {
    private static final String BUCKET = "colophon-archive";

    private S3Archive() {}

    /**
     * Opens it; nothing is sent yet.
     *
     * @param work folder for what is about to be put; made if missing
     * @param locks the database of those who share the bucket; empty for its only writer
     */
    public static OcflArchive open(StoreEndpoint store, Path work, Optional<DataSource> locks) {
        try {
            Files.createDirectories(work);
        } catch (IOException e) {
            throw new UnavailableException("disk", "the folder " + work + " could not be made: " + e.getMessage(), e);
        }
        MinioCloudClient client = new MinioCloudClient(StoreClients.connect(store), BUCKET, "");
        return locks.map(database -> new OcflArchive(client, work, database))
                .orElseGet(() -> new OcflArchive(client, work));
    }
}
