package org.colophon.worker.image.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line of text, as far as a page that is nearly straight shows it in its rows.
 *
 * @param top first row that its letters' middles have in common
 * @param bottom first row after them
 * @param ink widths of its letters, added up
 */
record TextLine(int top, int bottom, int ink) {
    /** Of each letter's height, left aside above and below, so that ascenders and descenders do not join lines. */
    private static final double OUTER = 0.3;

    int middle() {
        return (top + bottom) / 2;
    }

    /**
     * Top down.
     *
     * @param height of the page
     */
    static List<TextLine> of(List<Mark> letters, int height) {
        int[] begin = new int[height + 1];
        int[] ink = new int[height];
        for (Mark letter : letters) {
            int outer = (int) (OUTER * letter.height());
            begin[letter.top() + outer]++;
            begin[letter.bottom() - outer]--;
            ink[(letter.top() + letter.bottom()) / 2] += letter.width();
        }
        List<TextLine> lines = new ArrayList<>();
        int inside = 0;
        int top = 0;
        int sum = 0;
        for (int y = 0; y < height; y++) {
            boolean before = inside > 0;
            inside += begin[y];
            if (before && inside == 0) {
                lines.add(new TextLine(top, y, sum));
            }
            if (!before) {
                top = y;
                sum = 0;
            }
            sum += ink[y];
        }
        if (inside > 0) {
            lines.add(new TextLine(top, height, sum));
        }
        return lines;
    }

    /** From one line to the next, the usual distance; rows. At least two lines. */
    static double pitch(List<TextLine> lines) {
        int[] distances = new int[lines.size() - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = lines.get(i + 1).middle() - lines.get(i).middle();
        }
        return median(distances);
    }

    /** The usual sum of letters' widths in a line. */
    static double usualInk(List<TextLine> lines) {
        return Math.max(1, median(lines.stream().mapToInt(TextLine::ink).toArray()));
    }

    private static double median(int[] numbers) {
        Arrays.sort(numbers);
        return numbers[numbers.length / 2];
    }
}
