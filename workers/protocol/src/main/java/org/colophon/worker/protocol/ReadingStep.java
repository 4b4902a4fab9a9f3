package org.colophon.worker.protocol;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What may be done for a page besides reading it. None of it changes the master. */
public enum ReadingStep {
    /** The page is brought to the size at which the engine lays out and reads best, by the height of its letters. */
    SIZE,

    /** A page whose lines are clearly slanted is straightened. */
    DESKEW,

    /** Where no letters can be told from a dark or uneven background, it is made even. */
    BACKGROUND,

    /** Lists are read row by row. */
    ROWS,

    /** A page with too many f is read again with a model that knows the long s, where one is installed. */
    LONG_S;

    /** Whatever helps. */
    public static final Set<ReadingStep> ALL = Collections.unmodifiableSet(EnumSet.allOf(ReadingStep.class));

    /** Its name in settings and records, e.g. {@code long-s}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The step of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ReadingStep of(String key) {
        return ALL.stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step is called " + key));
    }
}
