package org.colophon.adapter.ocfl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colophon.item.UnavailableException;

/** Opens the archive that lies in a store's bucket {@code colophon-archive}. */
public final class S3Archive {
    private static final String BUCKET = "colophon-archive";

    private S3Archive() {}

    /**
     * Opens it; nothing is sent yet.
     *
     * @param work folder for what is about to be put; made if missing
     */
    public static OcflArchive open(StoreEndpoint store, Path work) {
        try {
            Files.createDirectories(work);
        } catch (IOException e) {
            throw new UnavailableException("disk", "the folder " + work + " could not be made: " + e.getMessage(), e);
        }
        return new OcflArchive(new MinioCloudClient(StoreClients.connect(store), BUCKET, ""), work);
    }
}
