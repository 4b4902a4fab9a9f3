package org.colophon.worker.image.measure;

/**
 * Whether lines of Latin script, Fraktur too, stand on their heads. More letters reach up (b d f h k l t, capitals) than
 * down. Two signs, of which each sees pages that the other does not: looked at from above, a line begins little by little
 * and ends at once, at its baseline with its serifs; and the heads of neighbouring letters are less even than their feet.
 */
final class Headstand {
    /** Over so much of a letter's height the ink is compared. */
    private static final double REACH = 0.25;
    /** Heads or feet of neighbours differ by more than so much of a letter's height, */
    private static final double UNEVEN = 0.2;
    /** and by less than so much: else they are of two lines. */
    private static final double OTHER_LINE = 1;
    /** A mark that is wider, in its heights, is more than a letter. */
    private static final double WIDEST = 1.6;

    private static final int FEWEST = 20;

    private Headstand() {}

    /** 0 to 1; 0.5 where the page does not tell. */
    static double of(Written written, Profiles profiles, Slope slope) {
        return (lines(profiles, slope, written.textHeight()) + letters(written)) / 2;
    }

    static double lines(Profiles profiles, Slope slope, double textHeight) {
        int reach = Math.max(1, (int) Math.round(REACH * textHeight));
        int[] ink = profiles.sum(slope.fall());
        double balance = 0;
        double all = 0;
        for (int i = reach; i < ink.length; i++) {
            double step = ink[i] - ink[i - reach];
            double weight = step * step * step;
            balance += weight;
            all += Math.abs(weight);
        }
        return all == 0 ? 0.5 : 0.5 + balance / all / 2;
    }

    static double letters(Written written) {
        int heads = 0;
        int feet = 0;
        for (Neighbours.Pair pair : Neighbours.across(written)) {
            if (letter(pair.one()) && letter(pair.next())) {
                heads += uneven(pair.one().top() - pair.next().top(), written.textHeight()) ? 1 : 0;
                feet += uneven(pair.one().bottom() - pair.next().bottom(), written.textHeight()) ? 1 : 0;
            }
        }
        return heads + feet < FEWEST ? 0.5 : (double) feet / (heads + feet);
    }

    private static boolean letter(Mark mark) {
        return mark.width() < WIDEST * mark.height();
    }

    private static boolean uneven(int difference, double textHeight) {
        return Math.abs(difference) > UNEVEN * textHeight && Math.abs(difference) < OTHER_LINE * textHeight;
    }
}
