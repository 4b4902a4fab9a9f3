package org.colophon.adapter.workers;

import java.util.Locale;

/** Why a worker's process had to be replaced. */
public enum Loss {
    /** It ended by itself. */
    CRASHED,
    /** It gave no answer in time. */
    SILENT,
    /** It used more memory than it may. */
    MEMORY,
    /** It wrote what is no reply. */
    GARBLED,
    /** It did as many pages as a process may, or holds so much memory that the next page might not find enough. */
    RECYCLED;

    /** The word for it in metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
