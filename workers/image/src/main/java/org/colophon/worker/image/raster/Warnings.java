package org.colophon.worker.image.raster;

import java.util.List;
import java.util.Locale;

/** What a decoder's warning means: readers go on where a person would say "this scan is broken". */
final class Warnings {
    /** Bytes that libjpeg had to skip are mostly what is left of a hole, even where the picture seems to end well. */
    private static final List<String> LOSS =
            List.of("corrupt", "premature", "truncat", "unexpected end", "eof", "extraneous");

    private Warnings() {}

    /**
     * Whether it is a false alarm: TwelveMonkeys expects as many rows of the last strip as of the others, and tables for
     * all JPEG strips together where each has its own, and remarks on every color profile whose rendering intent is not
     * the one it knows best.
     */
    static boolean mistaken(String warning) {
        return warning.contains("tileByteCount < required")
                || warning.contains("Missing JPEGTables")
                || warning.contains("treating as Display class");
    }

    /** Whether only the colour profile is remarked on, not the image data. */
    static boolean colourOnly(String warning) {
        return warning.toLowerCase(Locale.ROOT).contains("icc");
    }

    /** Whether image data are missing or wrong; a profile that is cut off is neither. */
    static boolean loss(String warning) {
        String lower = warning.toLowerCase(Locale.ROOT);
        return !colourOnly(warning) && LOSS.stream().anyMatch(lower::contains);
    }
}
