package org.colophon.worker.image.raster;

/** Turns a raster as its orientation tag asks (TIFF 6.0 §8, tag 274). */
final class Upright {
    private Upright() {}

    /** Whether width and height change places. */
    static boolean swaps(int orientation) {
        return orientation >= 5;
    }

    /** The raster as a reader should see it. */
    static Pixels turn(Pixels source, int orientation) {
        if (orientation <= 1 || orientation > 8) {
            return source;
        }
        boolean swaps = swaps(orientation);
        int width = swaps ? source.height() : source.width();
        int height = swaps ? source.width() : source.height();
        int samples = source.samples();
        byte[] values = new byte[source.values().length];
        for (int y = 0, to = 0; y < height; y++) {
            for (int x = 0; x < width; x++, to += samples) {
                int from =
                        (row(source, orientation, x, y) * source.width() + column(source, orientation, x, y)) * samples;
                System.arraycopy(source.values(), from, values, to, samples);
            }
        }
        return new Pixels(width, height, samples, values);
    }

    private static int column(Pixels source, int orientation, int x, int y) {
        int last = source.width() - 1;
        return switch (orientation) {
            case 2, 3 -> last - x;
            case 5, 6 -> y;
            case 7, 8 -> last - y;
            default -> x;
        };
    }

    private static int row(Pixels source, int orientation, int x, int y) {
        int last = source.height() - 1;
        return switch (orientation) {
            case 3, 4 -> last - y;
            case 5, 8 -> x;
            case 6, 7 -> last - x;
            default -> y;
        };
    }
}
