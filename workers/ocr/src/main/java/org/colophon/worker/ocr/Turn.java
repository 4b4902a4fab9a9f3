package org.colophon.worker.ocr;

import org.colophon.worker.protocol.Quad;

/**
 * How a stored raster and the upright page lie to each other, and the way back from the page to the raster. Places are
 * edges between pixels, so that a box maps exactly, without rounding or off-by-one.
 *
 * @param orientation TIFF 6.0 §8, tag 274, 1 to 8: where the raster's first row and first column lie on the page
 * @param width pixels of the stored raster
 * @param height pixels of the stored raster
 */
record Turn(int orientation, int width, int height) {
    Turn {
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("orientation is 1 to 8, not " + orientation);
        }
    }

    /**
     * A box of the upright page, in the stored raster's pixels.
     *
     * @param left first column of the box
     * @param top first row
     * @param right first column after it
     * @param bottom first row after it
     * @return corners in the reader's order, his top left first
     */
    Quad toStored(int left, int top, int right, int bottom) {
        return new Quad(
                x(left, top), y(left, top),
                x(right, top), y(right, top),
                x(right, bottom), y(right, bottom),
                x(left, bottom), y(left, bottom));
    }

    /** Pixels of the upright page. */
    int pageWidth() {
        return orientation <= 4 ? width : height;
    }

    /** Pixels of the upright page. */
    int pageHeight() {
        return orientation <= 4 ? height : width;
    }

    /** Where a place of the upright page lies on the stored raster. */
    int x(int pageX, int pageY) {
        return switch (orientation) {
            case 1, 4 -> pageX;
            case 2, 3 -> width - pageX;
            case 5, 6 -> pageY;
            default -> width - pageY;
        };
    }

    /** Where a place of the upright page lies on the stored raster. */
    int y(int pageX, int pageY) {
        return switch (orientation) {
            case 1, 2 -> pageY;
            case 3, 4 -> height - pageY;
            case 5, 8 -> pageX;
            default -> height - pageX;
        };
    }
}
