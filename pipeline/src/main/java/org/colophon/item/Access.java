package org.colophon.item;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Who may read an item.
 *
 * @param level who, once any embargo is over
 * @param embargoUntil closed to all until this day begins (UTC); null when there is none
 */
public record Access(Level level, LocalDate embargoUntil) {

    /** Who may read. */
    public enum Level {
        /** Everyone. */
        OPEN,
        /** Those who are signed in. */
        LOGIN,
        /** Nobody on the web. */
        CLOSED;

        /** As in metadata and configuration. */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The level with this spelling; {@link IllegalArgumentException} when there is none. */
        public static Level of(String spelling) {
            return valueOf(spelling.trim().toUpperCase(Locale.ROOT));
        }
    }

    /** Open to all, at once. */
    public static final Access OPEN = new Access(Level.OPEN, null);

    /** The level in force on a day. */
    public Level on(LocalDate day) {
        return embargoUntil != null && day.isBefore(embargoUntil) ? Level.CLOSED : level;
    }
}
