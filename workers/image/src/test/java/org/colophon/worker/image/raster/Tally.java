package org.colophon.worker.image.raster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts of what was noticed, on pages as they are and on spoilt ones; prints each that went wrong. */
final class Tally {
    /** What is noticed, and by what. */
    enum Check {
        BLANK("blank", "ink < " + BigDecimal.valueOf(Verdicts.BLANK).toPlainString()),
        SKEWED("skewed by 3 to 8°", "skew ≥ " + Verdicts.SKEWED + "° to either side"),
        ASKED("turned: cheap sign", "sideways ≥ " + Verdicts.SIDEWAYS + " or upsideDown ≥ " + Verdicts.UPSIDE_DOWN),
        SIDEWAYS("turned by 90° or 270°: sign, then engine", "confidence ≥ " + Verdicts.CONFIDENT),
        UPSIDE_DOWN("turned by 180°: sign, then engine", "confidence ≥ " + Verdicts.CONFIDENT),
        BLURRED("out of focus", "sharpness < " + Verdicts.BLURRED),
        CUT("cut off by 6 to 15 %", "cut ≥ " + Verdicts.CUT + " at any edge"),
        DOUBLE("scanned twice", "bits that differ ≤ " + Verdicts.DOUBLE);

        private final String words;
        private final String threshold;

        Check(String words, String threshold) {
            this.words = words;
            this.threshold = threshold;
        }
    }

    private record Count(int hits, int all) {
        Count with(boolean hit) {
            return new Count(hits + (hit ? 1 : 0), all + 1);
        }

        @Override
        public String toString() {
            return all == 0 ? "" : hits + " of " + String.format(Locale.ROOT, "%,d", all);
        }

        String share() {
            return all == 0 ? "" : String.format(Locale.ROOT, "%.1f %% (%s)", 100.0 * hits / all, this);
        }
    }

    private final Map<Check, Count> alarms = new EnumMap<>(Check.class);
    private final List<Map<Check, Count>> found = new ArrayList<>();

    Tally(int seeds) {
        for (int i = 0; i < seeds; i++) {
            found.add(new EnumMap<>(Check.class));
        }
    }

    /** A page as it is. */
    void clean(Check check, String page, boolean alarm, Double number) {
        alarms.merge(check, new Count(0, 0).with(alarm), (old, one) -> old.with(alarm));
        if (alarm) {
            System.out.println("false alarm: " + check + " " + page + " " + number);
        }
    }

    /** A page that was spoilt. */
    void found(Check check, int seed, String page, boolean hit, Double number) {
        found.get(seed).merge(check, new Count(0, 0).with(hit), (old, one) -> old.with(hit));
        if (!hit) {
            System.out.println("missed: " + check + " seed " + (seed + 1) + " " + page + " " + number);
        }
    }

    /** Lines of a Markdown table. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("| page is | said when | false alarms | found, first seed | found, second seed |");
        lines.add("|---|---|---|---|---|");
        for (Check check : Check.values()) {
            lines.add("| " + check.words + " | " + check.threshold + " | " + alarms.get(check) + " | "
                    + found.get(0).get(check).share() + " | "
                    + (found.get(1).containsKey(check) ? found.get(1).get(check).share() : "no chance in it") + " |");
        }
        return lines;
    }
}
