package org.colophon.worker.image.raster;

import org.colophon.worker.protocol.Measures;
import org.colophon.worker.protocol.Result;

/** What is said of a page by its numbers, and from which number on. */
final class Verdicts {
    /** Share of ink below which a page is blank. */
    static final double BLANK = 0.0001;

    /** Degrees to either side. */
    static final double SKEWED = 2;

    /** From here on the engine is asked which way up the page is. */
    static final double SIDEWAYS = 0.5;

    static final double UPSIDE_DOWN = 0.47;

    /** The engine is believed from this confidence on. */
    static final double CONFIDENT = 1;

    static final double BLURRED = 0.62;

    /** Share of lines at any edge. */
    static final double CUT = 0.2;

    /** Share of bits that differ, up to which two pages are one. */
    static final double DOUBLE = 0.265;

    private Verdicts() {}

    static boolean blank(Measures measures) {
        return measures.ink() < BLANK;
    }

    static boolean skewed(Measures measures) {
        return measures.skew() != null && Math.abs(measures.skew()) >= SKEWED;
    }

    static boolean asked(Measures measures) {
        return measures.sideways() != null && (measures.sideways() >= SIDEWAYS || measures.upsideDown() >= UPSIDE_DOWN);
    }

    static boolean turned(Result.Orientation answer) {
        return answer.confidence() != null && answer.confidence() >= CONFIDENT && answer.turn() != 0;
    }

    static boolean blurred(Measures measures) {
        return measures.sharpness() != null && measures.sharpness() < BLURRED;
    }

    static boolean cut(Measures measures) {
        return measures.cut() != null && most(measures.cut()) >= CUT;
    }

    static double most(Measures.Cut cut) {
        return Math.max(Math.max(cut.left(), cut.right()), Math.max(cut.top(), cut.bottom()));
    }

    /** Share of bits in which two pages differ. */
    static double difference(String one, String other) {
        int bits = 0;
        for (int i = 0; i < one.length(); i++) {
            bits += Integer.bitCount(Character.digit(one.charAt(i), 16) ^ Character.digit(other.charAt(i), 16));
        }
        return bits / (4.0 * one.length());
    }
}
