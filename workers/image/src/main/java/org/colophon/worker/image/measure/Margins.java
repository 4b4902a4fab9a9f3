package org.colophon.worker.image.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.colophon.worker.protocol.Measures;

/** Whether lines of text run into the edges of the page. */
final class Margins {
    /** Within so many heights a line goes on. */
    private static final double COMPANION = 2;
    /** The first or last line has no margin when it is nearer to the edge than this many times its height, */
    private static final double END = 0.9;
    /** or than this share of the way from line to line: the paper between two lines is hardly wider. */
    private static final double END_PITCH = 0.6;
    /** Lines that have letters in this part of the page are the ones that could run into its side. */
    private static final double PART = 1 / 3.0;
    /** Where so much of an edge is dark, it shows what lies behind the page: a picture that was cut is narrower. */
    private static final double FRAMED = 0.5;

    /** Lines that the cut ones are a share of: a page with fewer tells little, */
    private static final int FEWEST_LINES = 4;
    /** and of a long list only those lines are cut that have figures at its side. */
    private static final int MOST_LINES = 15;

    private static final double TALLEST = 3;
    private static final double WIDEST = 15;

    private final Written written;

    private Margins(Written written) {
        this.written = written;
    }

    static Measures.Cut of(Written written) {
        Margins margins = new Margins(written);
        int width = written.width();
        int height = written.height();
        Frame frame = Frame.of(written);
        return new Measures.Cut(
                margins.side(frame.left() > FRAMED, Mark::left),
                margins.end(frame.top() > FRAMED, Mark::top),
                margins.side(frame.right() > FRAMED, mark -> width - mark.right()),
                margins.end(frame.bottom() > FRAMED, mark -> height - mark.bottom()));
    }

    /**
     * Lines with a letter nearer to this side than its height.
     *
     * @param framed whether the page ends inside the scan here
     * @param distance of a mark from this side
     */
    private double side(boolean framed, ToIntFunction<Mark> distance) {
        if (framed) {
            return 0;
        }
        List<Mark> part = new ArrayList<>();
        boolean[] cut = new boolean[written.height()];
        for (Mark letter : written.letters()) {
            if (distance.applyAsInt(letter) < PART * written.width()) {
                part.add(letter);
            }
            if (distance.applyAsInt(letter) < written.textHeight() && inLine(letter)) {
                Arrays.fill(cut, letter.top(), letter.bottom(), true);
            }
        }
        List<TextLine> lines = TextLine.of(part, written.height());
        long count = lines.stream().filter(line -> cut[line.middle()]).count();
        double all = Math.min(MOST_LINES, Math.max(FEWEST_LINES, lines.size()));
        return Math.min(1, count / all);
    }

    /** Crumbs of a frame have no other letter beside them. */
    private boolean inLine(Mark letter) {
        double near = COMPANION * written.textHeight();
        return written.letters().stream()
                .anyMatch(other -> !other.equals(letter)
                        && other.left() < letter.right() + near
                        && other.right() > letter.left() - near
                        && 2 * (Math.min(letter.bottom(), other.bottom()) - Math.max(letter.top(), other.top()))
                                >= Math.min(letter.height(), other.height()));
    }

    /**
     * By how much of a usual line there is text at the upper or lower edge.
     *
     * @param framed whether the page ends inside the scan here
     * @param distance of a mark from this edge
     */
    private double end(boolean framed, ToIntFunction<Mark> distance) {
        List<TextLine> lines = TextLine.of(written.letters(), written.height());
        if (lines.size() < 2 || framed) {
            return 0;
        }
        double textHeight = written.textHeight();
        double near = Math.max(END * textHeight, END_PITCH * TextLine.pitch(lines));
        double width = 0;
        for (Mark mark : written.inside()) {
            boolean letter = mark.height() < TALLEST * textHeight && mark.width() < WIDEST * textHeight;
            width += letter && distance.applyAsInt(mark) < near ? mark.width() : 0;
        }
        return Math.min(1, width / TextLine.usualInk(lines));
    }
}
