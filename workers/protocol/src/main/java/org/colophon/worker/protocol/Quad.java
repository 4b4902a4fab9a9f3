package org.colophon.worker.protocol;

/**
 * A box that may be turned: four corners in the pixels of the master's stored raster (origin top left, x to the right,
 * y down), clockwise as seen by the reader, beginning at the corner where the reader's top left is.
 */
public record Quad(int x1, int y1, int x2, int y2, int x3, int y3, int x4, int y4) {

    /** An upright box. */
    public static Quad upright(int left, int top, int right, int bottom) {
        return new Quad(left, top, right, top, right, bottom, left, bottom);
    }

    /** Left edge of the upright box around the four corners, pixels. */
    public int left() {
        return Math.min(Math.min(x1, x2), Math.min(x3, x4));
    }

    /** Top edge of the upright box around the four corners, pixels. */
    public int top() {
        return Math.min(Math.min(y1, y2), Math.min(y3, y4));
    }

    /** Right edge of the upright box around the four corners, pixels, exclusive. */
    public int right() {
        return Math.max(Math.max(x1, x2), Math.max(x3, x4));
    }

    /** Bottom edge of the upright box around the four corners, pixels, exclusive. */
    public int bottom() {
        return Math.max(Math.max(y1, y2), Math.max(y3, y4));
    }
}
