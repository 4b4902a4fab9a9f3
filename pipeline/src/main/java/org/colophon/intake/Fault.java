package org.colophon.intake;

import org.colophon.item.Note;

/**
 * What is wrong with a delivered list.
 *
 * @param file which, by its path inside the object
 * @param row from 1, the heading counted; 0 for the whole file
 * @param column its heading, or null
 * @param text what is wrong and what to do
 */
record Fault(String file, int row, String column, String text) {
    /** Most characters of a stranger's value that are repeated to people. */
    private static final int QUOTED = 80;

    static Fault of(String file, String text) {
        return new Fault(file, 0, null, text);
    }

    /** A value from outside, in quotes, short and on one line. */
    static String quote(String value) {
        String line = Note.oneLine(value);
        return "\"" + (line.length() > QUOTED ? line.substring(0, QUOTED) + "…" : line) + "\"";
    }

    @Override
    public String toString() {
        return Note.oneLine(file) + (row > 0 ? ", row " + row : "") + (column == null ? "" : ", column " + column)
                + ": " + text;
    }
}
