package org.colophon.wholeway;

import java.util.Map;

/**
 * An object that a test dropped into an inbox, and what is to become of it.
 *
 * @param place where it lay, from the inbox: {@code letter}, {@code box/letter} for the child of a batch
 * @param folder whether it is a folder; a loose file otherwise
 * @param scans its masters: path inside the object (empty for a loose file) to SHA-512
 * @param others what else lay in it, likewise
 * @param fate what is to become of it
 */
public record Dropped(String place, boolean folder, Map<String, String> scans, Map<String, String> others, Fate fate) {
    public Dropped {
        scans = Map.copyOf(scans);
        others = Map.copyOf(others);
    }

    /** What becomes of an object. */
    public enum Fate {
        /** It is deposited, and lies in {@code done/}. */
        DEPOSITED,
        /** It goes back, with a reason. */
        REJECTED,
        /** One of several with the same scans: the first to be through is deposited, the others are duplicates. */
        TWIN
    }
}
