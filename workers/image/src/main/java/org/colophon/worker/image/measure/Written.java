package org.colophon.worker.image.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What is on a page, sorted: letters (or words, where letters touch), frames that scanners leave around the page, and
 * all else: rules, pictures, dots and dust.
 */
final class Written {
    /** Pixels in the measured raster; less is a dot or dust. */
    private static final int LEAST_HEIGHT = 4;
    /** Taller than this share of the page is no letter. */
    private static final double TALLEST = 0.06;
    /** A mark at the edge of the page that reaches so far along it, or into it, is a frame. */
    private static final double FRAME = 0.15;

    private final Runs runs;
    private final Mark[] marks;
    private final boolean[] text;
    private final boolean[] frames;
    private final double textHeight;
    private final List<Mark> letters = new ArrayList<>();
    private long frameArea;

    private Written(Runs runs) {
        this.runs = runs;
        this.marks = runs.marks();
        this.text = new boolean[marks.length];
        this.frames = new boolean[marks.length];
        for (int i = 0; i < marks.length; i++) {
            frames[i] = marks[i] != null && frame(marks[i]);
            frameArea += frames[i] ? marks[i].area() : 0;
        }
        this.textHeight = usualHeight();
        for (int i = 0; i < marks.length; i++) {
            text[i] = marks[i] != null && !frames[i] && letter(marks[i]);
            if (text[i]) {
                letters.add(marks[i]);
            }
        }
    }

    static Written of(Runs runs) {
        return new Written(runs);
    }

    int width() {
        return runs.width();
    }

    int height() {
        return runs.height();
    }

    Runs runs() {
        return runs;
    }

    /** Pixels of frames. */
    long frameArea() {
        return frameArea;
    }

    /** Height that letters of this page mostly have, between that of x and that of l; 0 without letters. */
    double textHeight() {
        return textHeight;
    }

    /** Letters, top down by their first rows. */
    List<Mark> letters() {
        return letters;
    }

    /** Whether a run belongs to a letter. */
    boolean isText(int run) {
        return text[runs.root(run)];
    }

    /** Whether a run belongs to what scanners leave around the page. */
    boolean isFrame(int run) {
        return frames[runs.root(run)];
    }

    /** All marks but frames. */
    List<Mark> inside() {
        List<Mark> inside = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] != null && !frames[i]) {
                inside.add(marks[i]);
            }
        }
        return inside;
    }

    /** Whether a mark touches the edge of the page. */
    boolean atEdge(Mark mark) {
        return mark.left() <= 1 || mark.top() <= 1 || mark.right() >= width() - 1 || mark.bottom() >= height() - 1;
    }

    private boolean frame(Mark mark) {
        return atEdge(mark) && (mark.width() > FRAME * width() || mark.height() > FRAME * height());
    }

    private double usualHeight() {
        int tallest = (int) (TALLEST * height()) + 1;
        long[] area = new long[tallest + 1];
        long total = 0;
        for (int i = 0; i < marks.length; i++) {
            Mark mark = marks[i];
            if (mark != null && !frames[i] && mark.height() >= LEAST_HEIGHT && mark.height() <= tallest) {
                area[mark.height()] += mark.area();
                total += mark.area();
            }
        }
        if (total == 0) {
            return 0;
        }
        int height = 0;
        for (long below = 0; below + area[height] < total / 2.0; height++) {
            below += area[height];
        }
        return height;
    }

    private boolean letter(Mark mark) {
        double height = mark.height() / textHeight;
        double shape = (double) mark.width() / mark.height();
        return height >= 0.45 && height <= 3 && shape <= 15 && shape >= 0.1 && mark.height() >= LEAST_HEIGHT;
    }
}
