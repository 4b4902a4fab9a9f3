package org.colophon.worker.image.measure;

/** Whether a page is a negative, as microfilms are: light letters on dark ground. */
final class Polarity {
    private static final int TILE = 24;
    /** Least difference of brightness within a tile that holds letters. */
    private static final int CONTRAST = 50;

    private static final int FEWEST_TILES = 4;

    private Polarity() {}

    /** Letters cover less than half of the ground they stand on: what is rarer where both are is the ink. */
    static boolean lightOnDark(Grey page) {
        int light = 0;
        int dark = 0;
        for (int top = 0; top + TILE <= page.height(); top += TILE) {
            for (int left = 0; left + TILE <= page.width(); left += TILE) {
                int vote = vote(page, left, top);
                light += vote > 0 ? 1 : 0;
                dark += vote < 0 ? 1 : 0;
            }
        }
        return light >= FEWEST_TILES && light > 2 * dark;
    }

    /** Positive for light letters, negative for dark ones, 0 for neither. */
    private static int vote(Grey page, int left, int top) {
        int least = 255;
        int most = 0;
        int sum = 0;
        int count = 0;
        for (int y = top; y < top + TILE; y += 2) {
            for (int x = left; x < left + TILE; x += 2) {
                int value = page.at(x, y);
                least = Math.min(least, value);
                most = Math.max(most, value);
                sum += value;
                count++;
            }
        }
        if (most - least < CONTRAST) {
            return 0;
        }
        double share = ((double) sum / count - least) / (most - least);
        return share < 0.4 ? 1 : share > 0.6 ? -1 : 0;
    }
}
