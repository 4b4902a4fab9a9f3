package org.colophon.examine.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.Measures;

/**
 * What the pixels of a page say about how it was scanned. The limits were set on pages that were degraded on purpose:
 * {@code docs/scan-checks.md} has what they find, and how often they are wrong.
 */
public final class PageChecks {
    /** A page with less ink than this, as a share of its area, is blank. */
    static final double BLANK_INK = 0.0001;
    /** Degrees. */
    static final double MOST_SKEW = 2;
    /** Below this the strokes of a page are blurred. */
    static final double LEAST_SHARPNESS = 0.62;
    /** Share of lines that run into an edge. */
    static final double MOST_CUT = 0.2;
    /** From here on it is worth asking the engine whether the page lies on its side. */
    static final double SIDEWAYS = 0.5;
    /** From here on it is worth asking the engine whether the page stands on its head. */
    static final double UPSIDE_DOWN = 0.47;
    /** Of the engine's orientation; below it is guessing. */
    static final double LEAST_CONFIDENCE = 1.0;

    private PageChecks() {}

    /** Findings of one page, all with the weight of a warning. */
    static List<Finding> of(Measures measures) {
        if (measures == null) {
            return List.of();
        }
        if (isBlank(measures)) {
            return List.of(
                    finding(
                            Checks.BLANK,
                            "nothing is written on it: kept as it is, its text is not read. Rescan it if it should not be blank"));
        }
        List<Finding> findings = new ArrayList<>();
        if (measures.skew() != null && Math.abs(measures.skew()) >= MOST_SKEW) {
            findings.add(finding(
                    Checks.SKEWED,
                    String.format(
                            Locale.ROOT,
                            "its lines are turned by %.1f degrees %s; lay the sheet straight and rescan",
                            Math.abs(measures.skew()),
                            measures.skew() > 0 ? "clockwise" : "counterclockwise")));
        }
        if (measures.sharpness() != null && measures.sharpness() < LEAST_SHARPNESS) {
            findings.add(finding(
                    Checks.OUT_OF_FOCUS,
                    String.format(
                            Locale.ROOT,
                            "it is out of focus (sharpness %.2f of 1, at least %.2f is usual); clean the glass, check the"
                                    + " focus and rescan",
                            measures.sharpness(),
                            LEAST_SHARPNESS)));
        }
        if (!atLeast(measures.sideways(), SIDEWAYS)) {
            // Where the lines of a page on its side end, its edges do not tell.
            cut(measures.cut(), findings);
        }
        return findings;
    }

    /** Whether nothing is written on a page. */
    public static boolean isBlank(Measures measures) {
        return measures.ink() < BLANK_INK;
    }

    private static void cut(Measures.Cut cut, List<Finding> findings) {
        if (cut == null) {
            return;
        }
        Map<String, Double> sides = new TreeMap<>(
                Map.of("left", cut.left(), "top", cut.top(), "right", cut.right(), "bottom", cut.bottom()));
        String over = sides.entrySet().stream()
                .filter(side -> side.getValue() >= MOST_CUT)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" and "));
        if (!over.isEmpty()) {
            findings.add(finding(
                    Checks.CUT_OFF,
                    "its writing runs off the " + over
                            + " edge of the image; place the sheet whole on the glass and rescan"));
        }
    }

    /** Whether the page is to be shown to the engine, to tell which way up it is. */
    public static boolean seemsTurned(Measures measures) {
        return measures != null
                && !isBlank(measures)
                && (atLeast(measures.sideways(), SIDEWAYS) || atLeast(measures.upsideDown(), UPSIDE_DOWN));
    }

    private static boolean atLeast(Double value, double limit) {
        return value != null && value >= limit;
    }

    /** What the engine's answer means; null when it is upright, or the engine is not sure. */
    public static Finding turned(int turn, Double confidence) {
        if (turn == 0 || confidence == null || confidence < LEAST_CONFIDENCE) {
            return null;
        }
        String how = turn == 180
                ? "it stands on its head"
                : "it lies on its side (turn it by 90 degrees " + (turn == 90 ? "clockwise" : "counterclockwise") + ")";
        return finding(
                Checks.TURNED,
                String.format(
                        Locale.ROOT,
                        "%s, by the look of its letters (confidence %.1f); turn the sheet and rescan",
                        how,
                        confidence));
    }

    private static Finding finding(String rule, String text) {
        return new Finding(rule, Level.WARN, text);
    }
}
