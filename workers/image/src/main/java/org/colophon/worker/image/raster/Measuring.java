package org.colophon.worker.image.raster;

import org.colophon.worker.image.measure.EdgeWidths;
import org.colophon.worker.image.measure.Grey;
import org.colophon.worker.image.measure.PageMeasures;
import org.colophon.worker.protocol.Measures;

/** From the image for reading to the smaller, grey raster that a page is measured on. */
final class Measuring {
    /** Of the measured raster: letters of a book page are then some 10 pixels high, whatever it was scanned at. */
    private static final double PIXELS = 1_200_000;

    private static final int RED = 77;
    private static final int GREEN = 150;
    private static final int BLUE = 29;

    private Measuring() {}

    /**
     * Measures a page.
     *
     * @param upright the page in standard colours
     * @param edges gathered from the full raster
     */
    static Measures of(Pixels upright, EdgeWidths edges) {
        return PageMeasures.of(grey(upright), edges);
    }

    static Grey grey(Pixels upright) {
        double scale = Math.min(1, Math.sqrt(PIXELS / ((double) upright.width() * upright.height())));
        int width = Math.max(1, (int) Math.round(upright.width() * scale));
        int height = Math.max(1, (int) Math.round(upright.height() * scale));
        AreaAverage average = new AreaAverage(upright.width(), upright.height(), width, height, 1);
        int[] row = new int[upright.width() * upright.samples()];
        for (int y = 0; y < upright.height(); y++) {
            upright.row(y, row);
            if (upright.samples() == 3) {
                for (int x = 0, at = 0; x < upright.width(); x++, at += 3) {
                    row[x] = (RED * row[at] + GREEN * row[at + 1] + BLUE * row[at + 2]) >> 8;
                }
            }
            average.row(row);
        }
        return new Grey(width, height, average.pixels().values());
    }
}
