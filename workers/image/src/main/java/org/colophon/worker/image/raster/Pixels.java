package org.colophon.worker.image.raster;

/** A small raster in memory: 8 bits a sample, samples of a pixel side by side, rows from the top. */
final class Pixels {
    private final int width;
    private final int height;
    private final int samples;
    private final byte[] values;

    Pixels(int width, int height, int samples, byte[] values) {
        this.width = width;
        this.height = height;
        this.samples = samples;
        this.values = values;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int samples() {
        return samples;
    }

    /** The values themselves, not a copy: a reading image has millions. */
    byte[] values() {
        return values;
    }

    /** One row as numbers 0 to 255. */
    void row(int y, int[] into) {
        int at = y * width * samples;
        for (int i = 0; i < width * samples; i++) {
            into[i] = values[at + i] & 0xff;
        }
    }
}
