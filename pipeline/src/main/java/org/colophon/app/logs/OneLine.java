package org.colophon.app.logs;

import java.util.Locale;

/** Text from anywhere, made fit for one line of a log. */
final class OneLine {
    private OneLine() {}

    /** Control, format and separator characters become {@code \\u000a} and the like, so that no reader can be fooled. */
    static String of(String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                line.append("\\n");
            } else if (breaks(c)) {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    private static boolean breaks(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> Character.getType(c) == Character.SURROGATE;
        };
    }
}
