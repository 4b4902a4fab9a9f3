package org.colophon.preserve.describe;

import java.time.Instant;
import org.colophon.item.Fixity;

/**
 * A file of a package.
 *
 * @param path where it lies, from the package's root, with slashes
 * @param mime media type
 * @param created when its bytes came to be
 * @param name its name as dropped, for people; null for what Colophon wrote
 */
public record PackageFile(String path, Fixity fixity, String mime, Instant created, String name) {

    /** The path as seen from a folder of the package, which must contain it. */
    public String within(String folder) {
        return folder.isEmpty() ? path : path.substring(folder.length() + 1);
    }
}
