package org.colophon.worker.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts lists back into rows. The layout takes the column of numbers of a list, or that of its prices, for a column of
 * text by itself, and reads it before or after what it belongs to. Here a narrow block whose lines lie beside those of
 * a wide one is read along with it, row by row. Columns of prose stay apart: nothing is moved where wide blocks stand
 * side by side.
 */
final class ReadingOrder {
    /** A block whose middle line is no longer has numbers or marks in it, not prose (characters). */
    private static final int NARROW = 9;

    /** Blocks of fewer lines are no columns. */
    private static final int LINES_OF_A_COLUMN = 3;

    /** Share of a narrow block's lines that must lie beside lines of wide blocks. */
    private static final double ALIGNED = 0.6;

    /** Wide blocks that have so much of their height in common stand side by side. */
    private static final double SIDE_BY_SIDE = 0.3;

    /** Boxes of one row have so much of the lower one's height in common; and share no more columns than that. */
    private static final double SAME_ROW = 0.5;

    private static final double TOUCHING = 0.3;

    /** Scripts in which few characters say much, and which may run downwards. */
    private static final Set<Character.UnicodeScript> SYLLABLES =
            Set.of(Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA, Character.UnicodeScript.HANGUL);

    private final List<Read.Block> blocks;
    private final int[] group;
    private final boolean[] narrow;

    private ReadingOrder(List<Read.Block> blocks) {
        this.blocks = blocks;
        this.group = new int[blocks.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        this.narrow = new boolean[group.length];
        for (int i = 0; i < group.length; i++) {
            narrow[i] = narrow(blocks.get(i));
        }
    }

    /**
     * The same words, rows put together.
     *
     * @param blocks in the engine's order
     */
    static List<Read.Block> restore(List<Read.Block> blocks) {
        if (!fromLeftToRight(blocks)) {
            return blocks;
        }
        return new ReadingOrder(blocks).restore();
    }

    /** Whether the text runs in lines from left to right, in an alphabet: a word is then longer than a figure. */
    private static boolean fromLeftToRight(List<Read.Block> blocks) {
        long[] letters = new long[2];
        blocks.stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(line -> line.words().stream())
                .flatMapToInt(word -> word.text().codePoints())
                .filter(Character::isLetter)
                .forEach(letter -> letters[other(letter) ? 1 : 0]++);
        return letters[0] >= letters[1];
    }

    private static boolean other(int letter) {
        byte direction = Character.getDirectionality(letter);
        return Character.isIdeographic(letter)
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || SYLLABLES.contains(Character.UnicodeScript.of(letter));
    }

    private List<Read.Block> restore() {
        boolean list = false;
        for (int i = 0; i < blocks.size(); i++) {
            list |= narrow[i] && joinToNeighbours(i);
        }
        if (!list) {
            return blocks;
        }
        if (!hasColumns()) {
            return rows(blocks);
        }
        List<Read.Block> ordered = new ArrayList<>();
        for (List<Integer> members : groups()) {
            List<Read.Block> together = members.stream().map(blocks::get).toList();
            ordered.addAll(together.size() == 1 ? together : rows(together));
        }
        return ordered;
    }

    /** Whether enough of a narrow block's lines lie beside a wide block, or beside several that stand in one column. */
    private boolean joinToNeighbours(int member) {
        NavigableSet<Integer> neighbours = new TreeSet<>();
        int aligned = 0;
        List<Read.Line> lines = blocks.get(member).lines();
        for (Read.Line line : lines) {
            boolean found = false;
            for (int i = 0; i < blocks.size(); i++) {
                if (!narrow[i] && blocks.get(i).lines().stream().anyMatch(other -> beside(line.box(), other.box()))) {
                    neighbours.add(i);
                    found = true;
                }
            }
            aligned += found ? 1 : 0;
        }
        if (neighbours.isEmpty() || aligned < ALIGNED * lines.size() || anySideBySide(joined(member, neighbours))) {
            return false;
        }
        neighbours.forEach(wide -> group[root(member)] = root(wide));
        return true;
    }

    /** The wide blocks that would be read together, were this one joined to these. */
    private NavigableSet<Integer> joined(int member, NavigableSet<Integer> neighbours) {
        NavigableSet<Integer> roots = new TreeSet<>();
        neighbours.forEach(neighbour -> roots.add(root(neighbour)));
        roots.add(root(member));
        NavigableSet<Integer> wide = new TreeSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (!narrow[i] && roots.contains(root(i))) {
                wide.add(i);
            }
        }
        return wide;
    }

    private boolean anySideBySide(NavigableSet<Integer> wide) {
        return wide.stream().anyMatch(one -> wide.tailSet(one, false).stream()
                .anyMatch(other ->
                        blocks.get(one).box().sharedRows(blocks.get(other).box()) > SIDE_BY_SIDE));
    }

    private boolean hasColumns() {
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = i + 1; j < blocks.size(); j++) {
                Box one = blocks.get(i).box();
                Box other = blocks.get(j).box();
                if (column(i)
                        && column(j)
                        && one.sharedRows(other) > SIDE_BY_SIDE
                        && Math.min(one.right(), other.right()) <= Math.max(one.left(), other.left()) + gap(i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean column(int block) {
        return !narrow[block] && blocks.get(block).lines().size() >= LINES_OF_A_COLUMN;
    }

    /** Half a line's height: blocks of one page may touch. */
    private int gap(int block) {
        return blocks.get(block).lines().get(0).box().height() / 2;
    }

    private static boolean narrow(Read.Block block) {
        int[] lengths =
                block.lines().stream().mapToInt(Read.Line::length).sorted().toArray();
        return lengths[lengths.length / 2] <= NARROW;
    }

    /** Blocks to be read together, each group where its first wide block stands. */
    private List<List<Integer>> groups() {
        Map<Integer, List<Integer>> byRoot = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            byRoot.computeIfAbsent(root(i), ignored -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> groups = new ArrayList<>(byRoot.values());
        groups.sort(Comparator.comparingInt(
                members -> members.stream().filter(i -> !narrow[i]).findFirst().orElse(members.get(0))));
        return groups;
    }

    private int root(int block) {
        int at = block;
        while (group[at] != at) {
            at = group[at];
        }
        return at;
    }

    private static boolean beside(Box one, Box other) {
        return one.sharedRows(other) > SAME_ROW && one.sharedColumns(other) <= TOUCHING;
    }

    /** The lines of all blocks as rows from top to bottom; rows that mainly come from one block stay one block. */
    private static List<Read.Block> rows(List<Read.Block> blocks) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            for (Read.Line line : blocks.get(i).lines()) {
                parts.add(new Part(line, i));
            }
        }
        // The widest part decides where its row lies; a small figure joins it.
        parts.sort(Comparator.comparingInt(part -> -part.box().width()));
        List<List<Part>> rows = new ArrayList<>();
        for (Part part : parts) {
            rowOf(part.box(), rows).add(part);
        }
        rows.sort(Comparator.comparingInt(
                row -> row.get(0).box().top() + row.get(0).box().bottom()));
        List<Read.Block> result = new ArrayList<>();
        List<Read.Line> open = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            open.add(line(rows.get(i)));
            if (i + 1 == rows.size()
                    || rows.get(i + 1).get(0).block() != rows.get(i).get(0).block()) {
                result.add(block(open));
                open = new ArrayList<>();
            }
        }
        return result;
    }

    /** The row that a part belongs to, a new one where there is none. */
    private static List<Part> rowOf(Box part, List<List<Part>> rows) {
        List<Part> best = null;
        double most = 0;
        for (List<Part> row : rows) {
            double shared = part.sharedRows(row.get(0).box());
            if (shared >= SAME_ROW
                    && shared > most
                    && row.stream().allMatch(other -> part.sharedColumns(other.box()) <= TOUCHING)) {
                most = shared;
                best = row;
            }
        }
        if (best == null) {
            best = new ArrayList<>();
            rows.add(best);
        }
        return best;
    }

    private static Read.Line line(List<Part> row) {
        List<Part> across = new ArrayList<>(row);
        across.sort(Comparator.comparingInt(part -> part.box().left()));
        List<Read.Word> words = new ArrayList<>();
        across.forEach(part -> words.addAll(part.line().words()));
        return new Read.Line(across.stream().map(Part::box).reduce(Box::with).orElseThrow(), words);
    }

    private static Read.Block block(List<Read.Line> lines) {
        return new Read.Block(
                lines.stream().map(Read.Line::box).reduce(Box::with).orElseThrow(), lines);
    }

    /** A line, and the block it comes from. */
    private record Part(Read.Line line, int block) {
        Box box() {
            return line.box();
        }
    }
}
