package org.colophon.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns of text for a terminal. Control characters in cells are shown as what they are, never obeyed. */
final class Table {
    private static final int WIDEST = 60;

    private final List<String[]> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(headings);
    }

    void row(String... cells) {
        String[] safe = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            safe[i] = Plain.line(cells[i], i == cells.length - 1 ? Integer.MAX_VALUE : WIDEST);
        }
        rows.add(safe);
    }

    void print(PrintWriter out) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].codePointCount(0, row[i].length()));
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row[i]);
                line.append(" ".repeat(widths[i] - row[i].codePointCount(0, row[i].length()) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
