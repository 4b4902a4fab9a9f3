package org.colophon.worker.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The letters of a page, by the shapes of its ink alone: whether there are any, and how high the small ones are. What is
 * stated as resolution is wrong too often, and says nothing of the type. Specks and pictures are kept out by counting
 * only marks that have another one as high beside them on the same line, as the letters of a word do.
 *
 * @param marks connected marks of ink
 * @param candidates marks that might be letters by their shape
 * @param beside candidates with another one beside them
 * @param height the height that most of these have, pixels: that of letters like a, c, e in most scripts, of figures in a
 *     table; 0 when there are too few to tell
 */
record Letters(int marks, int candidates, int beside, double height) {
    /** Fewer letters tell nothing. */
    private static final int FEWEST = 30;

    /** There are up to 5,000 on a page of a book; noise and the screens of pictures have many more. */
    private static final int MARKS_OF_NOISE = 15_000;

    /** Among noise, so many stand beside another by chance (measured: 10 of 100); of letters, 12 to 90 of 100 do. */
    private static final double BY_CHANCE = 0.11;

    /** Specks that stand beside each other by chance are no higher, letters on a page of six million pixels are. */
    private static final int HIGHEST_OF_NOISE = 6;

    private static final int LOWEST = 4;
    private static final int HIGHEST = 390;

    /** Two letters' heights and feet differ by no more, as a share of their height. */
    private static final double ALIKE = 0.15;

    /** Rows of pixels that are looked through together. */
    private static final int BAND = 16;

    /** @param marks boxes of connected ink */
    static Letters of(List<Box> marks) {
        List<Box> candidates = marks.stream().filter(Letters::likeALetter).toList();
        Map<Integer, List<Box>> bands = new HashMap<>();
        candidates.stream().sorted(Comparator.comparingInt(Box::left)).forEach(mark -> bands.computeIfAbsent(
                        mark.bottom() / BAND, ignored -> new ArrayList<>())
                .add(mark));
        double[] weights = new double[HIGHEST * 2];
        int beside = 0;
        for (Box mark : candidates) {
            if (hasNeighbour(mark, bands)) {
                // Specks are many and low; letters, though fewer, outweigh them.
                weights[mark.height()] += Math.sqrt(mark.height());
                beside++;
            }
        }
        return new Letters(marks.size(), candidates.size(), beside, beside < FEWEST ? 0 : peak(weights));
    }

    /** Whether the page is noise or a picture, in which reading would find nothing and take long. */
    boolean hopeless() {
        boolean byChance = beside < BY_CHANCE * candidates && height <= HIGHEST_OF_NOISE;
        return marks >= MARKS_OF_NOISE && (beside < FEWEST || byChance);
    }

    private static boolean likeALetter(Box mark) {
        return mark.height() >= LOWEST
                && mark.height() < HIGHEST
                && mark.width() >= 0.25 * mark.height()
                && mark.width() <= 3.0 * mark.height();
    }

    /** Whether the next letter of a word may stand to the right: as high, on the same line, no further than its height. */
    private static boolean hasNeighbour(Box one, Map<Integer, List<Box>> bands) {
        int reach = (int) Math.max(1, ALIKE * one.height());
        for (int band = (one.bottom() - reach) / BAND; band <= (one.bottom() + reach) / BAND; band++) {
            List<Box> near = bands.getOrDefault(band, List.of());
            int from = one.right() - one.height() / 4;
            for (int i = firstFrom(near, from);
                    i < near.size() && near.get(i).left() <= one.right() + one.height();
                    i++) {
                if (alike(one, near.get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean alike(Box one, Box other) {
        double tolerance = Math.max(1, ALIKE * Math.min(one.height(), other.height()));
        return !one.equals(other)
                && Math.abs(one.height() - other.height()) <= tolerance
                && Math.abs(one.bottom() - other.bottom()) <= tolerance;
    }

    /** Index of the first box that begins at this column or right of it. */
    private static int firstFrom(List<Box> byLeft, int column) {
        int low = 0;
        int high = byLeft.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byLeft.get(middle).left() < column) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
