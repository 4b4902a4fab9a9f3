package org.colophon.cli;

import java.util.Locale;

/** Text from outside made fit for a terminal line. */
final class Plain {
    private Plain() {}

    /** One line, at most so many characters, control characters as {@code \\u001b}. */
    static String line(String text, int longest) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.length() <= longest ? line.toString() : line.substring(0, longest - 1) + "…";
    }

    /** One line, however long. */
    static String line(String text) {
        return line(text, Integer.MAX_VALUE);
    }
}
