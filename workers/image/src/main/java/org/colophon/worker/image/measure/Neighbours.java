package org.colophon.worker.image.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Letters that stand close to each other, as those of a word do. */
final class Neighbours {
    /** So close, in letters' heights, is the next letter of a word. */
    private static final double NEXT = 0.5;

    /** A letter and the next one. */
    record Pair(Mark one, Mark next) {}

    private Neighbours() {}

    /** Each letter with its neighbour to the right. */
    static List<Pair> across(Written written) {
        return pairs(written, Mark::left, Mark::right, Mark::top, Mark::bottom);
    }

    /** Each letter with its neighbour below. */
    static List<Pair> down(Written written) {
        return pairs(written, Mark::top, Mark::bottom, Mark::left, Mark::right);
    }

    private static List<Pair> pairs(
            Written written,
            ToIntFunction<Mark> begin,
            ToIntFunction<Mark> end,
            ToIntFunction<Mark> from,
            ToIntFunction<Mark> to) {
        double near = NEXT * written.textHeight();
        List<Mark> sorted = new ArrayList<>(written.letters());
        sorted.sort(Comparator.comparingInt(begin));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Mark letter = sorted.get(i);
            double most = end.applyAsInt(letter) + near;
            int length = to.applyAsInt(letter) - from.applyAsInt(letter);
            for (int j = i + 1; j < sorted.size() && begin.applyAsInt(sorted.get(j)) <= most; j++) {
                Mark other = sorted.get(j);
                int shared = Math.min(to.applyAsInt(letter), to.applyAsInt(other))
                        - Math.max(from.applyAsInt(letter), from.applyAsInt(other));
                if (2 * shared >= Math.min(length, to.applyAsInt(other) - from.applyAsInt(other))) {
                    pairs.add(new Pair(letter, other));
                    break;
                }
            }
        }
        return pairs;
    }
}
