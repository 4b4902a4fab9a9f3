package org.colophon.worker.ocr;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.colophon.worker.protocol.ReadingStep;

/**
 * A page made ready for the engine, and the way back from what it reads. Errors of recognition have two modes: the
 * layout breaks or it does not; and it breaks far less when letters have the size it was made for. So the height of
 * letters is measured, and every page brought to that one size, whatever resolution it states.
 *
 * @param view how the raster now lies to the stored one
 * @param legible false for noise and pictures: there is nothing to read
 * @param parameters what was measured and done, for the record
 */
record Prepared(View view, boolean legible, Map<String, String> parameters) {
    /**
     * Pixels of a small letter at which pages are read. Lower is faster, and layouts break more seldom; from 16 to 22
     * the text hardly differs.
     */
    static final double LETTER_HEIGHT = 18;

    /** The resolution at which common type of 10 points has letters of that height; what is stated is not believed. */
    static final int DPI = 270;

    /** Within this factor of it, a page is read as it is. */
    private static final double NEAR = 1.1;

    /** A page of fewer pixels across has no line of text to measure. */
    private static final int SHORTEST_SIDE = 32;

    private static final double MOST_ENLARGED = 3;
    private static final double MOST_REDUCED = 0.2;

    /** A page is not made larger than that. */
    private static final double MOST_ENLARGED_PIXELS = 60_000_000;

    /** A larger page, such as a map beyond A2 at 600 dpi, is not straightened: that takes two more of it in memory. */
    private static final double MOST_STRAIGHTENED_PIXELS = 180_000_000;

    /** Letters of a book page are then still 20 pixels high. */
    private static final double SKETCH_PIXELS = 6_000_000;

    /** A page of fewer pixels may have letters so small that they touch: it is measured at twice its size. */
    private static final double SMALL_PAGE = 3_000_000;

    /** Boxes that are looked at: noise has no more, and fewer are told apart in a second. */
    private static final int MOST_MARKS = 1_000_000;

    /** Letters are of this height when the angle of lines is measured: finer costs more and tells no more. */
    private static final double SKEW_LETTER_HEIGHT = 10;

    /** Leptonica's own measure; pages of a few short lines have 2.6 and more. */
    private static final double SKEW_CONFIDENCE = 2.5;

    /** Degrees. Straightening less than that does more harm than good: pixels are blurred, layouts change. */
    private static final double LEAST_SKEW = 1;

    /**
     * Brings a page into the state in which it is read.
     *
     * @param page upright; is changed
     * @param turn the way back from the upright page to the stored raster
     * @param steps what may be done
     */
    static Prepared prepare(Raster page, Turn turn, Set<ReadingStep> steps) {
        Map<String, String> parameters = new TreeMap<>();
        View plain = View.plain(turn);
        boolean measured = steps.contains(ReadingStep.SIZE)
                || steps.contains(ReadingStep.DESKEW)
                || steps.contains(ReadingStep.BACKGROUND);
        if (!measured || Math.min(page.width(), page.height()) < SHORTEST_SIDE) {
            return new Prepared(plain, true, parameters);
        }
        page.simplifyToGrey();
        Measured found = measure(page);
        if (found.height() == 0
                && !found.letters().hopeless()
                && steps.contains(ReadingStep.BACKGROUND)
                && page.evenBackground()) {
            parameters.put("background", "even");
            found = measure(page);
        }
        if (steps.contains(ReadingStep.SIZE) && found.letters().hopeless()) {
            parameters.put("letters", "none among " + found.letters().marks() + " marks");
            return new Prepared(plain, false, parameters);
        }
        double height = found.height();
        parameters.put("letter_height", height == 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", height));
        double degrees = steps.contains(ReadingStep.DESKEW) && hasRoom(page) ? skew(page, height) : 0;
        if (degrees != 0) {
            page.straighten(degrees);
            parameters.put("deskew", String.format(Locale.ROOT, "%.2f", degrees));
        }
        int sheetWidth = page.width();
        int sheetHeight = page.height();
        double scale = steps.contains(ReadingStep.SIZE) ? scale(page, height) : 1;
        if (scale != 1) {
            page.scale(scale);
            parameters.put("scale", String.format(Locale.ROOT, "%.3f", scale));
        }
        if (steps.contains(ReadingStep.SIZE) && height != 0) {
            // What is stated no longer holds, and letters now have one size everywhere
            page.setDpi(DPI);
        }
        return new Prepared(new View(turn, degrees, sheetWidth, sheetHeight, scale), true, parameters);
    }

    private static Measured measure(Raster page) {
        double pixels = (double) page.width() * page.height();
        Measured measured = measure(page, Math.min(1, Math.sqrt(SKETCH_PIXELS / pixels)));
        return measured.height() == 0 && pixels < SMALL_PAGE ? measure(page, 2) : measured;
    }

    private static Measured measure(Raster page, double scale) {
        try (Raster sketch = page.sketch(scale)) {
            Letters letters = Letters.of(sketch.marks(MOST_MARKS));
            return new Measured(letters, letters.height() * page.width() / sketch.width());
        }
    }

    /**
     * Of a sketch of the page.
     *
     * @param letters as they are on the sketch
     * @param height of its letters on the page, pixels
     */
    private record Measured(Letters letters, double height) {}

    /** Whether the sheet that a page is straightened on, a quarter larger at most, can be held and read. */
    private static boolean hasRoom(Raster page) {
        return (double) page.width() * page.height() <= MOST_STRAIGHTENED_PIXELS
                && Math.max(page.width(), page.height()) <= Header.LONGEST_SIDE * 0.8;
    }

    private static double skew(Raster page, double height) {
        double scale = height == 0 ? 0.5 : Math.min(1, SKEW_LETTER_HEIGHT / height);
        try (Raster sketch = page.sketch(scale)) {
            double degrees = sketch.skew(SKEW_CONFIDENCE);
            return Math.abs(degrees) < LEAST_SKEW ? 0 : degrees;
        }
    }

    private static double scale(Raster page, double height) {
        if (height == 0) {
            return 1;
        }
        double scale = LETTER_HEIGHT / height;
        if (scale > 1 / NEAR && scale < NEAR) {
            return 1;
        }
        double room = Math.min(
                Math.sqrt(MOST_ENLARGED_PIXELS / ((double) page.width() * page.height())),
                (double) Header.LONGEST_SIDE / Math.max(page.width(), page.height()));
        return Math.max(MOST_REDUCED, Math.min(scale, Math.min(MOST_ENLARGED, Math.max(1, room))));
    }
}
