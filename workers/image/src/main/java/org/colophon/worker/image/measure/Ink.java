package org.colophon.worker.image.measure;

/**
 * The ink of a page as runs of dark pixels, row by row, and how they hang together.
 */
final class Ink {
    /** Paper that shines through, stains and grain are less dark than this part of the paper's brightness. */
    private static final int FAINTEST_PERCENT = 17;
    /** Of what is darker, so dark is the ink that sets the measure. */
    private static final double DARKEST = 0.9;

    private static final double HALF = 0.45;
    /** Darker than this share of the page's paper is dark even where everything around is dark too. */
    private static final double FRAME = 0.42;

    private final Grey page;
    private final Paper paper;
    private final int[] line;

    private Ink(Grey page, Paper paper) {
        this.page = page;
        this.paper = paper;
        this.line = new int[page.width()];
    }

    /** Finds the ink of a page that is dark on light. */
    static Runs of(Grey page, Paper paper) {
        Ink ink = new Ink(page, paper);
        return ink.runs(ink.depth());
    }

    /** By how many levels the page's ink is darker than its paper; every other row tells. */
    private double depth() {
        int[] counts = new int[256];
        int total = 0;
        for (int y = 0; y < page.height(); y += 2) {
            paper.row(y, line);
            for (int x = 0, at = y * line.length; x < line.length; x++, at++) {
                int darker = line[x] - (page.values()[at] & 0xff);
                if (100 * darker > FAINTEST_PERCENT * line[x]) {
                    counts[darker]++;
                    total++;
                }
            }
        }
        int left = (int) (total * (1 - DARKEST));
        int depth = 255;
        while (depth > 0 && left >= counts[depth]) {
            left -= counts[depth--];
        }
        return depth;
    }

    private Runs runs(double depth) {
        Runs runs = new Runs(page.width(), page.height());
        int[] limits = limits(depth);
        byte[] values = page.values();
        for (int y = 0; y < page.height(); y++) {
            paper.row(y, line);
            int start = -1;
            for (int x = 0, at = y * line.length; x < line.length; x++, at++) {
                boolean dark = (values[at] & 0xff) < limits[line[x]];
                if (dark != start >= 0) {
                    if (!dark) {
                        runs.add(y, start, x);
                    }
                    start = dark ? x : -1;
                }
            }
            if (start >= 0) {
                runs.add(y, start, line.length);
            }
        }
        return runs;
    }

    /** On paper of each brightness: what is darker is ink. */
    private int[] limits(double depth) {
        int[] limits = new int[256];
        double frame = FRAME * paper.level();
        for (int level = 0; level < limits.length; level++) {
            limits[level] =
                    (int) Math.ceil(Math.max(level - Math.max(FAINTEST_PERCENT * level / 100.0, HALF * depth), frame));
        }
        return limits;
    }
}
