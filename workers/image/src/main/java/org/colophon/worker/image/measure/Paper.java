package org.colophon.worker.image.measure;

import java.util.Arrays;

/**
 * How bright the paper is, place by place: yellowed, shadowed at the gutter, darker where a picture is. Between the
 * middles of its tiles it changes steadily.
 */
final class Paper {
    /** Wider than the gaps in large type, smaller than a shadow; pixels. */
    private static final int TILE = 24;
    /** Of a tile's pixels (a quarter of them is looked at), so many are darker than its paper. */
    private static final double BRIGHTEST = 0.85;

    private final int columns;
    private final int rows;
    private final int[] tiles;
    /** The tile left of each column of pixels, and how much of the next counts, of 256. */
    private final int[] lefts;

    private final int[] shares;

    private Paper(int columns, int rows, int[] tiles, int width) {
        this.columns = columns;
        this.rows = rows;
        this.tiles = tiles;
        this.lefts = new int[width];
        this.shares = new int[width];
        for (int x = 0; x < width; x++) {
            double across = Math.max(0, (x + 0.5) / TILE - 0.5);
            lefts[x] = Math.min(columns - 1, (int) across);
            shares[x] = (int) (256 * (across - lefts[x]));
        }
    }

    static Paper of(Grey page) {
        int columns = (page.width() + TILE - 1) / TILE;
        int rows = (page.height() + TILE - 1) / TILE;
        int[] tiles = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                tiles[row * columns + column] = brightest(page, column * TILE, row * TILE);
            }
        }
        return new Paper(columns, rows, tiles, page.width());
    }

    private static int brightest(Grey page, int left, int top) {
        int[] counts = new int[256];
        int right = Math.min(page.width(), left + TILE);
        int bottom = Math.min(page.height(), top + TILE);
        int total = 0;
        for (int y = top; y < bottom; y += 2) {
            for (int x = left; x < right; x += 2) {
                counts[page.at(x, y)]++;
                total++;
            }
        }
        int above = (int) ((1 - BRIGHTEST) * total);
        int level = 255;
        while (above >= counts[level]) {
            above -= counts[level--];
        }
        return level;
    }

    /** The paper of the page as a whole: what most of it is like, frames and pictures aside. */
    int level() {
        int[] sorted = tiles.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * 2 / 3];
    }

    /** The paper along one row of pixels, 0 to 255. */
    void row(int y, int[] into) {
        double place = Math.max(0, (y + 0.5) / TILE - 0.5);
        int above = Math.min(rows - 1, (int) place);
        int below = Math.min(rows - 1, above + 1);
        double down = place - above;
        int[] levels = new int[columns + 1];
        for (int column = 0; column < columns; column++) {
            int upper = tiles[above * columns + column];
            int lower = tiles[below * columns + column];
            levels[column] = (int) (256 * (upper + (lower - upper) * down));
        }
        levels[columns] = levels[columns - 1];
        for (int x = 0; x < into.length; x++) {
            int left = levels[lefts[x]];
            into[x] = (left + (((levels[lefts[x] + 1] - left) * shares[x]) >> 8)) >> 8;
        }
    }
}
