package org.colophon.worker.image.measure;

/**
 * How much ink of letters lies in each row of each of many narrow strips, and from that in lines at any slope. Across:
 * for lines of text from side to side; down: the same with rows and columns exchanged.
 */
final class Profiles {
    private static final int STRIPS = 48;

    private final int length;
    private final double stripWidth;
    private final int[][] strips;

    private Profiles(int length, int breadth) {
        this.length = length;
        this.stripWidth = (double) breadth / STRIPS;
        this.strips = new int[STRIPS][length];
    }

    /** By rows. */
    static Profiles across(Written written) {
        Profiles profiles = new Profiles(written.height(), written.width());
        Runs runs = written.runs();
        for (int run = 0; run < runs.count(); run++) {
            if (written.isText(run)) {
                for (int x = runs.start(run); x < runs.end(run); x++) {
                    profiles.strips[(int) (x / profiles.stripWidth)][runs.row(run)]++;
                }
            }
        }
        return profiles;
    }

    /** By columns. */
    static Profiles down(Written written) {
        Profiles profiles = new Profiles(written.width(), written.height());
        Runs runs = written.runs();
        for (int run = 0; run < runs.count(); run++) {
            if (written.isText(run)) {
                int[] strip = profiles.strips[(int) (runs.row(run) / profiles.stripWidth)];
                for (int x = runs.start(run); x < runs.end(run); x++) {
                    strip[x]++;
                }
            }
        }
        return profiles;
    }

    /** Ink along lines that fall by this slope from the first strip to the last; all strips, or a part of them. */
    int[] sum(double slope, int from, int to) {
        int[] sum = new int[length];
        for (int s = from; s < to; s++) {
            int shift = (int) Math.round((s + 0.5 - STRIPS / 2.0) * stripWidth * slope);
            int begin = Math.max(0, -shift);
            int end = Math.min(length, length - shift);
            for (int i = begin; i < end; i++) {
                sum[i] += strips[s][i + shift];
            }
        }
        return sum;
    }

    int[] sum(double slope) {
        return sum(slope, 0, STRIPS);
    }

    /** How sharply ink and gaps alternate at this slope. */
    double steepness(double slope) {
        int[] sum = sum(slope);
        double steepness = 0;
        for (int i = 1; i < sum.length; i++) {
            double step = sum[i] - sum[i - 1];
            steepness += step * step;
        }
        return steepness;
    }

    int strips() {
        return STRIPS;
    }
}
