package org.colophon.worker.ocr;

/** An upright box in pixels of the raster that was read; right and bottom are the first column and row after it. */
record Box(int left, int top, int right, int bottom) {
    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    /** The smallest box around both. */
    Box with(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** Rows that both have, as a share of the lower one's height; negative when they are apart. */
    double sharedRows(Box other) {
        return shared(top, bottom, other.top, other.bottom) / Math.max(1, Math.min(height(), other.height()));
    }

    /** Columns that both have, in heights of the lower one; negative when they are apart. */
    double sharedColumns(Box other) {
        return shared(left, right, other.left, other.right) / Math.max(1, Math.min(height(), other.height()));
    }

    private static double shared(int from, int to, int otherFrom, int otherTo) {
        return Math.min(to, otherTo) - Math.max(from, otherFrom);
    }
}
