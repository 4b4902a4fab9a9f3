package org.colophon.worker.image.measure;

import java.util.Arrays;

/** Runs of ink, in the order they were added: rows from the top, left to right. Touching runs make up one mark. */
final class Runs {
    private final int width;
    private final int height;
    private int[] rows = new int[4096];
    private int[] starts = new int[4096];
    private int[] ends = new int[4096];
    /** A run that belongs to the same mark and comes earlier, or itself. */
    private int[] parents = new int[4096];

    private int count;
    private int rowBegin;
    private int previousBegin;
    private int previousEnd;

    Runs(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int count() {
        return count;
    }

    int row(int run) {
        return rows[run];
    }

    /** First column. */
    int start(int run) {
        return starts[run];
    }

    /** First column after it. */
    int end(int run) {
        return ends[run];
    }

    void add(int row, int start, int end) {
        if (count == rows.length) {
            int more = 2 * count;
            rows = Arrays.copyOf(rows, more);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            parents = Arrays.copyOf(parents, more);
        }
        if (count == 0 || rows[count - 1] != row) {
            boolean next = count > 0 && rows[count - 1] == row - 1;
            previousBegin = next ? rowBegin : count;
            previousEnd = count;
            rowBegin = count;
        }
        rows[count] = row;
        starts[count] = start;
        ends[count] = end;
        parents[count] = count;
        count++;
        join(count - 1);
    }

    /** Corners touch too. */
    private void join(int run) {
        while (previousBegin < previousEnd && ends[previousBegin] < starts[run]) {
            previousBegin++;
        }
        for (int above = previousBegin; above < previousEnd && starts[above] <= ends[run]; above++) {
            int one = root(above);
            int other = root(run);
            parents[Math.max(one, other)] = Math.min(one, other);
        }
    }

    /** The first run of its mark. */
    int root(int run) {
        int root = run;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** The mark of each run that is its mark's first; null at all others. */
    Mark[] marks() {
        int[] left = new int[count];
        int[] right = new int[count];
        int[] bottom = new int[count];
        int[] area = new int[count];
        Arrays.fill(left, Integer.MAX_VALUE);
        for (int run = 0; run < count; run++) {
            int root = root(run);
            left[root] = Math.min(left[root], starts[run]);
            right[root] = Math.max(right[root], ends[run]);
            bottom[root] = rows[run] + 1;
            area[root] += ends[run] - starts[run];
        }
        Mark[] marks = new Mark[count];
        for (int run = 0; run < count; run++) {
            if (parents[run] == run) {
                marks[run] = new Mark(left[run], rows[run], right[run], bottom[run], area[run]);
            }
        }
        return marks;
    }
}
