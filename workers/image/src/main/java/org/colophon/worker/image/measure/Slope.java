package org.colophon.worker.image.measure;

import java.util.Arrays;

/**
 * By how much lines of text fall: at that slope, ink and gaps alternate most sharply.
 *
 * @param fall rows a column, where rows are counted
 */
record Slope(double fall) {
    private static final double MOST_DEGREES = 15;
    private static final double COARSE = 0.5;
    private static final double FINE = 0.1;
    /** Where lines are, the best slope is so many times better than most slopes. */
    private static final double DISTINCT = 1.25;

    /** Null where no slope is better than others. */
    static Slope of(Profiles profiles) {
        int count = (int) (2 * MOST_DEGREES / COARSE) + 1;
        double[] steepness = new double[count];
        int best = 0;
        for (int i = 0; i < count; i++) {
            steepness[i] = profiles.steepness(tangent(i * COARSE - MOST_DEGREES));
            best = steepness[i] > steepness[best] ? i : best;
        }
        double most = steepness[best];
        Arrays.sort(steepness);
        if (most == 0 || most < DISTINCT * steepness[count / 2]) {
            return null;
        }
        double degrees = best * COARSE - MOST_DEGREES;
        double found = degrees;
        for (int i = -4; i <= 4; i++) {
            double there = profiles.steepness(tangent(degrees + i * FINE));
            if (there > most) {
                most = there;
                found = degrees + i * FINE;
            }
        }
        return new Slope(tangent(found));
    }

    private static double tangent(double degrees) {
        return Math.tan(Math.toRadians(degrees));
    }
}
