package org.colophon.bench;

/** Figures without digits that mean nothing. */
final class Rounded {
    private Rounded() {}

    /** To four places; null stays null. */
    static Double to(Double figure) {
        return figure == null ? null : (Double) to(figure.doubleValue());
    }

    /** To four places. */
    static double to(double figure) {
        return Math.round(figure * 1e4) / 1e4;
    }
}
