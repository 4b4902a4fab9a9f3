package org.colophon.samples;

import java.util.Random;

/**
 * What time and the scanner did to a page.
 *
 * @param seed of everything random about it
 * @param skew degrees, clockwise positive
 * @param dark width in points of the scanner's dark bed seen beyond the sheet's outer edge
 * @param spine how dark the fold is, 0 to 1
 * @param fold where the fold is
 * @param bleed how much of the other side shows through, 0 to 1
 * @param noise standard deviation of the sensor, grey levels of 255
 * @param step grey levels are rounded to multiples of this, as an eight-bit scan of six honest bits is; it keeps files small
 * @param spots number of brown spots
 */
record Wear(
        long seed, double skew, double dark, double spine, Fold fold, double bleed, double noise, int step, int spots) {

    /** Where a book is folded, as its scan shows it. */
    enum Fold {
        LEFT,
        RIGHT,
        MIDDLE,
        NONE
    }

    /** A page of its own, never straight and never twice the same. */
    static Wear of(long seed, Fold fold) {
        Random random = new Random(seed);
        double skew = 0.25 + random.nextDouble() * 0.8;
        return new Wear(
                seed,
                random.nextBoolean() ? skew : -skew,
                5 + random.nextDouble() * 5,
                fold == Fold.NONE ? 0 : 0.45 + random.nextDouble() * 0.15,
                fold,
                0.05 + random.nextDouble() * 0.03,
                1.7,
                3,
                0);
    }

    Wear spotted(int number) {
        return new Wear(seed, skew, dark, spine, fold, bleed, noise, step, number);
    }
}
