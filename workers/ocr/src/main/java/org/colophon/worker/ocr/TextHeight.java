package org.colophon.worker.ocr;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How high the small letters of a page are, by its pixels: what is stated as resolution is wrong too often, and says
 * nothing of the type. Specks and pictures are kept out by counting only marks that have another one as high beside
 * them on the same line, as the letters of a word do.
 */
final class TextHeight {
    /** Fewer letters tell nothing (marks). */
    private static final int FEWEST = 30;

    /** A page of more marks is a picture, or noise: there are 5,000 on a page of a book, 40,000 on one of a newspaper. */
    static final int MOST_MARKS = 100_000;

    private static final int LOWEST = 4;
    private static final int HIGHEST = 390;

    /** Two letters' heights and feet differ by no more, as a share of their height. */
    private static final double ALIKE = 0.15;

    private TextHeight() {}

    /**
     * The height that most letters have: that of letters like a, c, e in most scripts, of figures in a table.
     *
     * @param marks boxes of connected ink
     * @return pixels; 0 when there is too little text to tell
     */
    static double of(List<Box> marks) {
        Box[] letters = marks.stream().filter(TextHeight::likeALetter).toArray(Box[]::new);
        if (letters.length > MOST_MARKS) {
            return 0;
        }
        Arrays.sort(letters, Comparator.comparingInt(Box::left));
        double[] weights = new double[HIGHEST * 2];
        int count = 0;
        for (int i = 0; i < letters.length; i++) {
            if (hasNeighbour(letters, i)) {
                // Specks are many and low; letters, though fewer, outweigh them.
                weights[letters[i].height()] += Math.sqrt(letters[i].height());
                count++;
            }
        }
        return count < FEWEST ? 0 : peak(weights);
    }

    private static boolean likeALetter(Box mark) {
        return mark.height() >= LOWEST
                && mark.height() < HIGHEST
                && mark.width() >= 0.25 * mark.height()
                && mark.width() <= 3.0 * mark.height();
    }

    /** Whether the next letter of a word may stand to the right: as high, on the same line, no further than its height. */
    private static boolean hasNeighbour(Box[] letters, int at) {
        Box one = letters[at];
        for (int i = at + 1; i < letters.length && letters[i].left() <= one.right() + one.height(); i++) {
            Box other = letters[i];
            double tolerance = Math.max(1, ALIKE * Math.min(one.height(), other.height()));
            if (other.left() >= one.right() - one.height() / 4
                    && Math.abs(one.height() - other.height()) <= tolerance
                    && Math.abs(one.bottom() - other.bottom()) <= tolerance) {
                return true;
            }
        }
        return false;
    }

    /** Where a window of a tenth to either side, falling off to its ends, holds most. */
    private static int peak(double[] weights) {
        double most = 0;
        int peak = 0;
        for (int height = LOWEST; height < HIGHEST; height++) {
            int reach = Math.max(1, height / 10);
            double sum = 0;
            for (int by = -reach; by <= reach; by++) {
                sum += weights[height + by] * (1 - Math.abs(by) / (reach + 1.0));
            }
            if (sum > most) {
                most = sum;
                peak = height;
            }
        }
        return peak;
    }
}
