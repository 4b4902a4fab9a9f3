package org.colophon.bench;

import java.util.List;

/** The middle of figures. */
final class Median {
    private Median() {}

    /** The middle one, or between the two in the middle; not a number when there are none. */
    static double of(List<Double> figures) {
        if (figures.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
