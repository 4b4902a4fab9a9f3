package org.colophon.item;

import java.time.Instant;

/**
 * A file of the drop, copied into the workspace byte for byte.
 *
 * @param n number from 1, over all files of the item
 * @param role what it is to the package
 * @param name its path inside the object as dropped, for people: metadata only, never a path or a key
 * @param extension lower-case extension of that name, letters and digits only, at most 8; may be empty
 * @param fixity at first touch
 * @param modified modification time as dropped
 */
public record StoredFile(int n, Role role, String name, String extension, Fixity fixity, Instant modified) {

    /** What a file is to its package. */
    public enum Role {
        /** A scan: {@code representations/master/data}. */
        MASTER,
        /** Anything else that was delivered: {@code documentation}. */
        DOCUMENTATION
    }
}
