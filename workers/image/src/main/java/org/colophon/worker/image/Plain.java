package org.colophon.worker.image;

/** Text out of a file, made fit to be shown and to stand in XML 1.0: one line, no control characters, bounded. */
public final class Plain {
    private static final int MOST = 500;

    private Plain() {}

    /** One clean line of at most 500 characters; null when nothing is left or was given. */
    public static String line(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(4L * MOST).map(Plain::harmless).forEach(clean::appendCodePoint);
        String line = clean.toString().strip().replaceAll(" {2,}", " ");
        if (line.length() > MOST) {
            int end = Character.isHighSurrogate(line.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
            line = line.substring(0, end) + "…";
        }
        return line.isEmpty() ? null : line;
    }

    /** The line, or this other text where nothing is left. */
    public static String line(String text, String otherwise) {
        String line = line(text);
        return line == null ? otherwise : line;
    }

    private static int harmless(int c) {
        boolean control = Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
        boolean halfPair = c >= 0xd800 && c <= 0xdfff;
        boolean noCharacter = (c & 0xfffe) == 0xfffe;
        return control || halfPair || noCharacter || Character.getType(c) == Character.FORMAT ? ' ' : c;
    }
}
