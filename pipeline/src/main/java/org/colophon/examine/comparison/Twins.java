package org.colophon.examine.comparison;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colophon.examine.quality.Checks;

/** The same page twice: by its bytes, or by its looks. */
final class Twins {
    /** Share of bits in which the looks of two scans of one page may differ. */
    static final double MOST_DIFFERENT = 0.265;

    private static final int HEX = 16;

    private Twins() {}

    static void judge(List<Leaf> leaves, Comparison comparison) {
        Set<Integer> told = new HashSet<>();
        sameBytes(leaves, comparison, told);
        sameLooks(
                leaves.stream()
                        .filter(leaf -> leaf.likeness() != null && !told.contains(leaf.n()))
                        .toList(),
                comparison);
    }

    private static void sameBytes(List<Leaf> leaves, Comparison comparison, Set<Integer> told) {
        Map<String, Leaf> seen = new HashMap<>();
        for (Leaf leaf : leaves) {
            if (leaf.sha512().isEmpty()) {
                continue;
            }
            Leaf earlier = seen.putIfAbsent(leaf.sha512() + " " + leaf.index(), leaf);
            if (earlier != null) {
                told.add(leaf.n());
                comparison.found(
                        leaf,
                        Checks.SAME_FILE,
                        "the same, byte for byte, as " + earlier.called()
                                + "; remove one, or scan the page that was meant");
            }
        }
    }

    private static void sameLooks(List<Leaf> leaves, Comparison comparison) {
        long[][] bits = leaves.stream().map(leaf -> bits(leaf.likeness())).toArray(long[][]::new);
        for (int i = 1; i < bits.length; i++) {
            for (int j = 0; j < i; j++) {
                if (bits[i].length == bits[j].length && alike(bits[i], bits[j])) {
                    comparison.found(
                            leaves.get(i),
                            Checks.SAME_PAGE,
                            "it looks the same as " + leaves.get(j).called()
                                    + "; look whether one page was scanned twice, and another left out");
                    break;
                }
            }
        }
    }

    private static boolean alike(long[] one, long[] other) {
        int most = (int) (MOST_DIFFERENT * Long.SIZE * one.length);
        int different = 0;
        for (int i = 0; i < one.length && different <= most; i++) {
            different += Long.bitCount(one[i] ^ other[i]);
        }
        return different <= most;
    }

    /** Hexadecimal digits as bits, in whole words; digits that fill no word stand at the end of the last one. */
    static long[] bits(String likeness) {
        int words = (likeness.length() + HEX - 1) / HEX;
        long[] bits = new long[words];
        for (int i = 0; i < words; i++) {
            String digits = likeness.substring(i * HEX, Math.min(likeness.length(), (i + 1) * HEX));
            bits[i] = new BigInteger(digits, HEX).longValue();
        }
        return bits;
    }
}
