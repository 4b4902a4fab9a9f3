package org.colophon.worker.image.raster;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a decoder's warning means: readers go on where a person would say "this scan is broken". */
final class Warnings {
    /** libjpeg counts bytes it skipped; a few before the end marker are a writer's padding, no loss. */
    private static final Pattern SKIPPED = Pattern.compile("([0-9]+) extraneous bytes before marker 0x([0-9a-f]{2})");

    private static final int PADDING = 16;
    private static final List<String> LOSS =
            List.of("corrupt", "premature", "truncat", "unexpected end", "eof", "extraneous", "bytecount < required");

    private Warnings() {}

    /** Whether only the colour profile is remarked on, not the image data. */
    static boolean colourOnly(String warning) {
        return warning.toLowerCase(Locale.ROOT).contains("icc");
    }

    /** Whether image data are missing or wrong. */
    static boolean loss(String warning) {
        String lower = warning.toLowerCase(Locale.ROOT);
        Matcher skipped = SKIPPED.matcher(lower);
        if (skipped.find()) {
            boolean end = skipped.group(2).equals("d9");
            return !end || skipped.group(1).length() > 3 || Integer.parseInt(skipped.group(1)) > PADDING;
        }
        return LOSS.stream().anyMatch(lower::contains);
    }
}
