package org.colophon.item;

import java.util.Locale;

/** The notes that Colophon leaves for whoever dropped scans. Each begins with {@link #SIGNATURE}. */
public enum Note {
    /** In the inbox: what is going on. */
    STATUS,
    /** In {@code done/}: what was made of it. */
    RECEIPT,
    /** In {@code rejected/}, or where a folder stayed: every fault, and what to do. */
    WHY,
    /** In {@code duplicate/}: of what. */
    DUPLICATE;

    /** How the first line of each note begins, so that a stranger's file of the same name is never taken for one. */
    public static final String SIGNATURE = "Colophon: ";

    /** The file's name inside a folder; for a loose file {@code NAME.} stands before it. */
    public String fileName() {
        return name() + ".txt";
    }

    /** Whether a file of this name may be a note. */
    public static boolean mayBe(String fileName) {
        for (Note note : values()) {
            if (fileName.equals(note.fileName()) || fileName.endsWith("." + note.fileName())) {
                return true;
            }
        }
        return false;
    }

    /** A name from outside, made fit for one line of a note: control characters stand as %HH. */
    public static String oneLine(String name) {
        StringBuilder line = new StringBuilder(name.length());
        name.chars().forEach(c -> {
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                line.append(String.format(Locale.ROOT, "%%%02X", c));
            } else {
                line.append((char) c);
            }
        });
        return line.toString();
    }
}
