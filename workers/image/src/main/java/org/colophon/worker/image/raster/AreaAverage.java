package org.colophon.worker.image.raster;

import java.util.Arrays;

/**
 * Scales down while rows pass by: every target pixel is the mean of the area it covers, so that thin strokes of text
 * become grey instead of vanishing. Takes no more memory than the target and two rows.
 */
final class AreaAverage {
    private static final int WHOLE = 256;

    private final int sourceWidth;
    private final int width;
    private final int height;
    private final int samples;
    private final double rowsPerRow;
    private final int[] target;
    private final int[] share;
    private final float[] columnScale;
    private final int[] across;
    private final float[] sum;
    private final byte[] values;
    private int sourceRow;
    private int row;

    /** For a source of this size to a target that is no larger in either direction. */
    AreaAverage(int sourceWidth, int sourceHeight, int width, int height, int samples) {
        this.sourceWidth = sourceWidth;
        this.width = width;
        this.height = height;
        this.samples = samples;
        this.rowsPerRow = (double) sourceHeight / height;
        this.target = new int[sourceWidth];
        this.share = new int[sourceWidth];
        this.columnScale = new float[width];
        this.across = new int[(width + 1) * samples];
        this.sum = new float[width * samples];
        this.values = new byte[width * height * samples];
        divideColumns();
    }

    /** A source column lies in one target column, or in two: then {@code share} of 256 is the first one's. */
    private void divideColumns() {
        int[] weight = new int[width + 1];
        for (int x = 0; x < sourceWidth; x++) {
            double from = (double) x * width / sourceWidth;
            double to = (double) (x + 1) * width / sourceWidth;
            int first = Math.min(width - 1, (int) from);
            boolean split = to > first + 1;
            target[x] = first;
            share[x] = split ? (int) Math.round(WHOLE * (first + 1 - from) / (to - from)) : WHOLE;
            weight[first] += share[x];
            weight[first + 1] += WHOLE - share[x];
        }
        for (int x = 0; x < width; x++) {
            columnScale[x] = 1f / Math.max(1, weight[x]);
        }
    }

    /** The next source row, values 0 to 255. */
    void row(int[] source) {
        Arrays.fill(across, 0);
        if (samples == 1) {
            acrossGrey(source);
        } else {
            acrossColours(source);
        }
        down();
    }

    /** Always to both columns, the second often nothing: a choice for each pixel would take longer. */
    private void acrossGrey(int[] source) {
        for (int x = 0; x < sourceWidth; x++) {
            int first = source[x] * share[x];
            across[target[x]] += first;
            across[target[x] + 1] += (source[x] << 8) - first;
        }
    }

    private void acrossColours(int[] source) {
        for (int x = 0, at = 0; x < sourceWidth; x++) {
            int to = target[x] * samples;
            int first = share[x];
            if (first == WHOLE) {
                for (int s = 0; s < samples; s++) {
                    across[to + s] += source[at++] << 8;
                }
            } else {
                for (int s = 0; s < samples; s++) {
                    int value = source[at++];
                    across[to + s] += value * first;
                    across[to + samples + s] += value * (WHOLE - first);
                }
            }
        }
    }

    private void down() {
        double end = (row + 1) * rowsPerRow;
        double inside = Math.min(1, end - sourceRow);
        sourceRow++;
        add((float) inside);
        boolean last = sourceRow >= Math.round(height * rowsPerRow);
        if (row < height && (sourceRow >= end - 1e-9 || last)) {
            finishRow();
            if (inside < 1 && row < height) {
                add((float) (1 - inside));
            }
        }
    }

    private void add(float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * across[i];
        }
    }

    private void finishRow() {
        int at = row * width * samples;
        for (int x = 0, i = 0; x < width; x++) {
            float scale = columnScale[x] / (float) rowsPerRow;
            for (int s = 0; s < samples; s++, i++) {
                values[at + i] = (byte) Math.min(255, Math.max(0, Math.round(sum[i] * scale)));
            }
        }
        Arrays.fill(sum, 0);
        row++;
    }

    /** The target, when every source row has passed. */
    Pixels pixels() {
        return new Pixels(width, height, samples, values);
    }
}
