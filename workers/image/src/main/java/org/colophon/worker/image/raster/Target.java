package org.colophon.worker.image.raster;

/**
 * From which stored size to which smaller one, before the page is turned upright; pixels.
 */
record Target(int sourceWidth, int sourceHeight, int width, int height) {
    private static final int READING_WIDTH = 1600;
    private static final int READING_HEIGHT = 12_000;
    private static final int THUMBNAIL = 400;

    /** The reading image: at most 1,600 px wide when upright (and 12,000 high), never larger than the page. */
    static Target reading(int width, int height, int orientation) {
        boolean swaps = Upright.swaps(orientation);
        return within(width, height, swaps ? READING_HEIGHT : READING_WIDTH, swaps ? READING_WIDTH : READING_HEIGHT);
    }

    /** The thumbnail: at most 400 px either way. */
    static Target thumbnail(int width, int height) {
        return within(width, height, THUMBNAIL, THUMBNAIL);
    }

    private static Target within(int width, int height, int mostWidth, int mostHeight) {
        double scale = Math.min(1, Math.min((double) mostWidth / width, (double) mostHeight / height));
        return new Target(width, height, Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int)
                Math.round(height * scale)));
    }
}
