package org.colophon.worker.image.facts;

import java.io.IOException;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.layout.FileBytes;
import org.colophon.worker.image.layout.Ifd;
import org.colophon.worker.image.layout.Tag;

/**
 * Resolution as a file states it.
 *
 * @param x pixels a unit, horizontally; null when not stated
 * @param y pixels a unit, vertically; null when not stated
 */
record Resolution(Double x, Double y, Unit unit) {
    static final Resolution NONE = new Resolution(null, null, Unit.NONE);

    private static final double LEAST = 10;
    private static final double MOST = 20_000;

    /** What the numbers count pixels by; MIX 2.0 terms. */
    enum Unit {
        INCH("in.", 1),
        CENTIMETRE("cm", 2.54),
        NONE("no absolute unit of measurement", Double.NaN);

        private final String term;
        private final double inches;

        Unit(String term, double inches) {
            this.term = term;
            this.inches = inches;
        }

        String term() {
            return term;
        }
    }

    /** From tags 282, 283 and 296 of a TIFF or Exif directory; the unit is the inch when not stated (TIFF 6.0 §8). */
    static Resolution of(FileBytes bytes, Ifd ifd) throws IOException {
        Unit unit =
                switch ((int) ifd.number(bytes, Tag.RESOLUTION_UNIT, 2)) {
                    case 2 -> Unit.INCH;
                    case 3 -> Unit.CENTIMETRE;
                    default -> Unit.NONE;
                };
        return new Resolution(ifd.rational(bytes, Tag.X_RESOLUTION), ifd.rational(bytes, Tag.Y_RESOLUTION), unit);
    }

    /** Whether both directions are stated in an absolute unit. */
    boolean stated() {
        return x != null && y != null && unit != Unit.NONE;
    }

    /** Whether both directions can be meant: 10 to 20,000 dpi. */
    boolean plausible() {
        return stated() && plausible(xDpi()) && plausible(yDpi());
    }

    private static boolean plausible(double dpi) {
        return dpi >= LEAST && dpi <= MOST;
    }

    double xDpi() {
        return x * unit.inches;
    }

    double yDpi() {
        return y * unit.inches;
    }

    /** Notes a resolution that is missing or cannot be meant. */
    void judge(Report report) {
        if (!stated()) {
            report.note(
                    "no-resolution",
                    "The file does not state its resolution. Set the scanner to record it (dots per inch).");
        } else if (!plausible()) {
            report.note(
                    "absurd-resolution",
                    "The file states a resolution of " + number(x) + " × " + number(y) + " per " + unit.term()
                            + ", which cannot be meant; it is taken as not stated. Check the scanner's settings.");
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
