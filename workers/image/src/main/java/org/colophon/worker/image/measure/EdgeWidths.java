package org.colophon.worker.image.measure;

import java.util.Arrays;

/**
 * How many pixels it takes from paper to ink, gathered from rows of the full raster while they pass by: what is scaled
 * down is always sharp. Only edges from side to side are looked at; letters have enough of them whichever way they lie.
 */
public final class EdgeWidths {
    /** Rows looked at; more tell nothing new. */
    private static final int ROWS = 600;
    /** A change of direction by less is noise. */
    private static final int NOISE = 14;

    private static final int FAINTEST = 30;
    private static final int CONTRASTS = 32;
    private static final int PER_PIXEL = 8;
    private static final int WIDTHS = 32 * PER_PIXEL;
    /** The strongest tenth of the edges sets the contrast; edges with half of it count. */
    private static final double STRONGEST = 0.1;

    private static final double STRONG_ENOUGH = 0.5;
    /** Slanted and horizontal strokes are crossed slowly: the steeper third of the edges is what focus shows in. */
    private static final double STEEPER = 0.3;

    private static final int FEWEST = 60;

    private final int width;
    private final int height;
    private final int colours;
    private final int samples;
    private final int step;
    private final int[] grey;
    private final int[][] edges = new int[CONTRASTS][WIDTHS];
    private int y;

    /**
     * @param width of the raster, pixels
     * @param height of the raster, pixels
     * @param samples a pixel
     * @param alpha whether the last sample is alpha
     */
    public EdgeWidths(int width, int height, int samples, boolean alpha) {
        this.width = width;
        this.height = height;
        this.samples = samples;
        this.colours = Math.max(1, samples - (alpha ? 1 : 0));
        this.step = Math.max(1, height / ROWS);
        this.grey = new int[width];
    }

    /** How many pixels of the full raster became one of a smaller one, in each direction; at least 1. */
    double reduction(Grey smaller) {
        return Math.max(1, Math.sqrt((double) width * height / ((double) smaller.width() * smaller.height())));
    }

    /** The next row, values 0 to 255. */
    public void row(int[] row) {
        if (y++ % step != 0 || width < 2) {
            return;
        }
        if (colours == 1 && samples == 1) {
            edges(row);
            return;
        }
        for (int x = 0, at = 0; x < width; x++, at += samples) {
            int sum = 0;
            for (int s = 0; s < colours; s++) {
                sum += row[at + s];
            }
            grey[x] = sum / colours;
        }
        edges(grey);
    }

    /** From turning point to turning point. */
    private void edges(int[] row) {
        int from = 0;
        int to = 0;
        for (int x = 1; x < width; x++) {
            int rise = row[to] - row[from];
            int further = row[x] - row[to];
            if (rise == 0 ? further == 0 : rise > 0 ? further >= 0 : further <= 0) {
                to = x;
            } else if (rise == 0) {
                to = x;
            } else if (Math.abs(further) > NOISE) {
                edge(row, from, to);
                from = to;
                to = x;
            } else if (Math.abs(rise) <= NOISE && Math.abs(row[x] - row[from]) > Math.abs(rise)) {
                // What began as noise the other way is the start of an edge
                from = to;
                to = x;
            }
        }
        edge(row, from, to);
    }

    private void edge(int[] row, int from, int to) {
        int contrast = Math.abs(row[to] - row[from]);
        if (contrast < FAINTEST) {
            return;
        }
        double end = crossing(row, from, to, 0.75);
        double begin = crossing(row, to, from, 0.75);
        int width = (int) Math.round(Math.abs(end - begin) * PER_PIXEL);
        edges[contrast * CONTRASTS / 256][Math.min(WIDTHS - 1, width)]++;
    }

    /** Where, on the way, this share of the whole change is first reached. */
    private static double crossing(int[] row, int from, int to, double share) {
        int step = to > from ? 1 : -1;
        double sign = Math.signum((double) row[to] - row[from]);
        double level = sign * (row[from] + share * (row[to] - row[from]));
        int x = from;
        while (x != to && sign * row[x] < level) {
            x += step;
        }
        if (x == from) {
            return x;
        }
        double before = sign * row[x - step];
        return x - step * (sign * row[x] - level) / (sign * row[x] - before);
    }

    /** Pixels in which the middle half of the change from paper to ink happens; null when there are hardly any edges. */
    Double typical() {
        int[] counts = new int[WIDTHS];
        int total = 0;
        for (int c = strongEnough(); c < CONTRASTS; c++) {
            for (int w = 0; w < WIDTHS; w++) {
                counts[w] += edges[c][w];
                total += edges[c][w];
            }
        }
        if (total < FEWEST) {
            return null;
        }
        int seen = 0;
        int w = 0;
        while (seen + counts[w] < STEEPER * total) {
            seen += counts[w++];
        }
        return (w + (STEEPER * total - seen) / counts[w]) / PER_PIXEL;
    }

    /** Pixels of the full raster to one of a smaller one. */
    double scale(Grey smaller) {
        return Math.sqrt((double) width * height / ((double) smaller.width() * smaller.height()));
    }

    private int strongEnough() {
        long[] weight = new long[CONTRASTS];
        long total = 0;
        for (int c = 0; c < CONTRASTS; c++) {
            weight[c] = (long) c * Arrays.stream(edges[c]).sum();
            total += weight[c];
        }
        long above = 0;
        int strongest = CONTRASTS - 1;
        while (strongest > 0 && above + weight[strongest] <= STRONGEST * total) {
            above += weight[strongest--];
        }
        return (int) (strongest * STRONG_ENOUGH);
    }
}
