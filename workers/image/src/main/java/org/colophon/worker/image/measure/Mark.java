package org.colophon.worker.image.measure;

/**
 * Ink that hangs together: mostly a letter, or letters that touch. Pixels of the measured raster.
 *
 * @param left first column
 * @param top first row
 * @param right first column after it
 * @param bottom first row after it
 * @param area pixels of ink
 */
record Mark(int left, int top, int right, int bottom, int area) {
    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    double middle() {
        return (left + right) / 2.0;
    }
}
