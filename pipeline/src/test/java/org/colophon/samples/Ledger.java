package org.colophon.samples;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of an account book: a title, then rows whose cells are parted by {@code "|"}; the first row names the
 * columns, the last one adds them up. Text stands at the left of its column, figures at the right.
 */
final class Ledger {
    private static final double WIDTH = 576;
    private static final double HEIGHT = 756;
    private static final double SIZE = 13;
    private static final double ROW = 26;
    private static final double TOP = 126;
    /** Where each column begins; the last is the table's right edge. */
    private static final double[] EDGES = {40, 112, 326, 400, 470, 544};

    private static final double PADDING = 9;

    private Ledger() {}

    /** The sheet of a ledger. */
    static Sheet page(String text) {
        List<String> rows = text.strip().lines().toList();
        List<Sheet.Line> lines = new ArrayList<>();
        List<Shape> rules = new ArrayList<>();
        String title = rows.get(0);
        double middle = (WIDTH - Typeface.BOLD.width(title, 17)) / 2;
        lines.add(words(title, Typeface.BOLD, 17, middle, 78));
        double y = TOP;
        for (int row = 1; row < rows.size(); row++) {
            boolean strong = row == 1 || row == rows.size() - 1;
            lines.add(row(rows.get(row), strong ? Typeface.BOLD : Typeface.SERIF, y));
            if (strong) {
                rules.add(rule(EDGES[0], y + 11, EDGES[EDGES.length - 1] - EDGES[0], 0.9));
            }
            y += ROW;
        }
        rules.add(rule(EDGES[0], TOP - 24, EDGES[EDGES.length - 1] - EDGES[0], 0.9));
        return new Sheet(WIDTH, HEIGHT, lines, rules);
    }

    private static Sheet.Line row(String row, Typeface face, double y) {
        List<Sheet.Word> words = new ArrayList<>();
        List<String> cells = List.of(row.split("\\|", -1));
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column).strip();
            if (!cell.isEmpty()) {
                double x = column < 2 ? EDGES[column] + PADDING : EDGES[column + 1] - PADDING - face.width(cell, SIZE);
                words.addAll(words(cell, face, SIZE, x, y).words());
            }
        }
        return new Sheet.Line(words);
    }

    private static Sheet.Line words(String text, Typeface face, double size, double x, double y) {
        return Typesetter.line(List.of(text.split(" ")), face, size, x, y, face.width(" ", size));
    }

    private static Shape rule(double x, double y, double length, double weight) {
        return new Rectangle2D.Double(x, y, length, weight);
    }
}
