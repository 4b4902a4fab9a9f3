package org.colophon.item;

/**
 * Where an item came from.
 *
 * @param path as dropped
 * @param origin how it was handed in
 */
public record Source(SourcePath path, Origin origin) {

    /** How an object was handed in. */
    public enum Origin {
        /** Dropped into a watched folder: it is moved when settled, and a note is left. */
        INBOX,
        /** Named on the command line: originals stay where they are. */
        COMMAND
    }
}
