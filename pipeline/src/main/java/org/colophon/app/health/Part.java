package org.colophon.app.health;

import java.util.Locale;

/** What work depends on. The words are those of {@link org.colophon.item.UnavailableException#what}. */
public enum Part {
    STORE,
    DATABASE,
    BROKER,
    WORKERS,
    DISK,
    INBOX,
    VIRUS_SCANNER;

    /** As on the health page, e.g. {@code virus-scanner}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
