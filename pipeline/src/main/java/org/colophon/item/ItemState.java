package org.colophon.item;

import java.util.Locale;

/** Where an item is on its way. The spellings are part of the JSON that programs rely on. */
public enum ItemState {
    /** Seen in the inbox; not whole yet, or held back by a reason that is said. */
    WAITING,
    EXAMINING,
    RECOGNIZING,
    PRESERVING,
    DEPOSITED,
    PUBLISHED,
    /** Deposited, not shown until released. */
    HELD,
    WITHDRAWN,
    REJECTED,
    DUPLICATE,
    /** Neither the scan nor the machine could be blamed with certainty: a person decides. */
    SET_ASIDE;

    /** As in JSON and on the command line, e.g. {@code set-aside}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state with this spelling. */
    public static ItemState of(String spelling) {
        return valueOf(spelling.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether a package of the item lies in the archive. */
    public boolean archived() {
        return switch (this) {
            case DEPOSITED, PUBLISHED, HELD, WITHDRAWN -> true;
            case WAITING, EXAMINING, RECOGNIZING, PRESERVING, REJECTED, DUPLICATE, SET_ASIDE -> false;
        };
    }

    /** Whether work on it is under way. */
    public boolean inFlight() {
        return switch (this) {
            case EXAMINING, RECOGNIZING, PRESERVING -> true;
            case WAITING, DEPOSITED, PUBLISHED, HELD, WITHDRAWN, REJECTED, DUPLICATE, SET_ASIDE -> false;
        };
    }
}
