package org.colophon.samples;

import java.awt.geom.AffineTransform;

/** How a page lay on the glass, and the TIFF/Exif orientation (TIFF 6.0 §8, tag 274) that tells readers to turn it back. */
enum Turn {
    NONE(1),
    /** The reader's top is the raster's left edge. */
    LEFT(6),
    /** The reader's top is the raster's right edge. */
    RIGHT(8);

    private final int orientation;

    Turn(int orientation) {
        this.orientation = orientation;
    }

    int orientation() {
        return orientation;
    }

    /** From upright pixels of a page of this size to pixels of the raster as stored. */
    AffineTransform toStored(int width, int height) {
        return switch (this) {
            case NONE -> new AffineTransform();
            case LEFT -> new AffineTransform(0, -1, 1, 0, 0, width);
            case RIGHT -> new AffineTransform(0, 1, -1, 0, height, 0);
        };
    }
}
