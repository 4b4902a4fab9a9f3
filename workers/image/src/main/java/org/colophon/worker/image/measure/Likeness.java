package org.colophon.worker.image.measure;

/**
 * What a page looks like in 1,536 bits. The text is made straight and its spread, not the sheet, sets the frame, so that
 * another scan of the page falls into the same cells. A bit says whether a cell has more ink than its neighbours to the
 * left and right: the pattern of words, gaps and ends of lines, in which pages of one book differ.
 */
final class Likeness {
    private static final int COLUMNS = 48;
    private static final int ROWS = 32;
    /** The frame reaches so many standard deviations of the ink to each side; evenly spread ink has 1.73. */
    private static final double REACH = 1.8;
    /** Cells to each side that a cell is held against. */
    private static final int NEIGHBOURS = 3;

    private static final int HEX = 16;
    private static final int FEWEST_PIXELS = 40;

    private final Written written;
    private final double slope;
    private double count;
    private double x;
    private double y;
    private double xx;
    private double yy;

    private Likeness(Written written, double slope) {
        this.written = written;
        this.slope = slope;
    }

    /**
     * As hexadecimal digits; null without ink.
     *
     * @param slope of the lines of text, rows a column
     */
    static String of(Written written, double slope) {
        Likeness likeness = new Likeness(written, slope);
        likeness.spread();
        return likeness.count < FEWEST_PIXELS ? null : likeness.bits(likeness.cells());
    }

    /** Letters count by their width, whatever their ink: the holes of a binder are as dark as two lines of text. */
    private void spread() {
        for (Mark letter : written.letters()) {
            double weight = letter.width();
            double middle = letter.middle();
            double centre = (letter.top() + letter.bottom()) / 2.0;
            double across = middle + slope * centre;
            double down = centre - slope * middle;
            count += weight;
            x += weight * across;
            y += weight * down;
            xx += weight * across * across;
            yy += weight * down * down;
        }
    }

    private double across(int run) {
        return (written.runs().start(run) + written.runs().end(run)) / 2.0
                + slope * written.runs().row(run);
    }

    private double down(int run) {
        return written.runs().row(run)
                - slope * (written.runs().start(run) + written.runs().end(run)) / 2.0;
    }

    private double[][] cells() {
        double middle = x / count;
        double centre = y / count;
        double width = 2 * REACH * Math.sqrt(Math.max(1, xx / count - middle * middle));
        double height = 2 * REACH * Math.sqrt(Math.max(1, yy / count - centre * centre));
        double[][] cells = new double[ROWS][COLUMNS];
        Runs runs = written.runs();
        for (int run = 0; run < runs.count(); run++) {
            if (written.isText(run)) {
                double column = ((across(run) - middle) / width + 0.5) * COLUMNS - 0.5;
                double row = ((down(run) - centre) / height + 0.5) * ROWS - 0.5;
                put(cells, column, row, runs.end(run) - runs.start(run));
            }
        }
        return cells;
    }

    /** Shared out among the four nearest cells, so that a small shift changes little. */
    private static void put(double[][] cells, double column, double row, double ink) {
        int left = (int) Math.floor(column);
        int top = (int) Math.floor(row);
        double right = column - left;
        double below = row - top;
        add(cells, left, top, ink * (1 - right) * (1 - below));
        add(cells, left + 1, top, ink * right * (1 - below));
        add(cells, left, top + 1, ink * (1 - right) * below);
        add(cells, left + 1, top + 1, ink * right * below);
    }

    private static void add(double[][] cells, int column, int row, double ink) {
        if (column >= 0 && column < COLUMNS && row >= 0 && row < ROWS) {
            cells[row][column] += ink;
        }
    }

    private String bits(double[][] cells) {
        StringBuilder digits = new StringBuilder();
        int nibble = 0;
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            nibble = nibble << 1 | (stands(cells[i / COLUMNS], i % COLUMNS) ? 1 : 0);
            if (i % 4 == 3) {
                digits.append(Character.forDigit(nibble, HEX));
                nibble = 0;
            }
        }
        return digits.toString();
    }

    private static boolean stands(double[] row, int column) {
        double sum = 0;
        int cells = 0;
        for (int c = Math.max(0, column - NEIGHBOURS); c <= Math.min(COLUMNS - 1, column + NEIGHBOURS); c++) {
            sum += row[c];
            cells++;
        }
        return row[column] > sum / cells;
    }
}
