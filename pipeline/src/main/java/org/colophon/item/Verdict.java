package org.colophon.item;

import java.util.Locale;

/** What examination decided of a page. */
public enum Verdict {
    PENDING,
    ACCEPTED,
    REFUSED,
    /** Its worker failed three times: a person decides. */
    SET_ASIDE;

    /** As in JSON. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verdict with this spelling. */
    public static Verdict of(String spelling) {
        return valueOf(spelling.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
