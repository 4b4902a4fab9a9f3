package org.colophon.examine.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Finding.Level;

/** Compares the pages of one item. */
public final class Comparison {
    private final Map<Integer, List<Finding>> findings = new TreeMap<>();

    private Comparison() {}

    /**
     * What shows when the pages are seen together, by page number, all with the weight of a warning.
     *
     * @param leaves in reading order
     */
    public static Map<Integer, List<Finding>> of(List<Leaf> leaves) {
        Comparison comparison = new Comparison();
        Numbering.judge(leaves, comparison);
        OddOnes.judge(leaves, comparison);
        Twins.judge(leaves, comparison);
        return comparison.findings;
    }

    void found(Leaf leaf, String rule, String text) {
        findings.computeIfAbsent(leaf.n(), n -> new ArrayList<>()).add(new Finding(rule, Level.WARN, text));
    }
}
