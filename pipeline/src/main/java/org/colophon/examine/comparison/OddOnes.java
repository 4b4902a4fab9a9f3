package org.colophon.examine.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.colophon.examine.quality.Checks;
import org.colophon.worker.protocol.ImageFacts;

/** Pages that are not like the others of their item, where the others are alike. */
final class OddOnes {
    private static final int FEWEST = 5;
    /** One page in so many may be odd, or a single one; where more are, the pages differ anyway. */
    private static final int ONE_IN = 10;
    /** How far a side may be from the usual one. */
    private static final double NEAR = 0.1;

    private static final double FAR = 0.25;

    private OddOnes() {}

    static void judge(List<Leaf> all, Comparison comparison) {
        List<Leaf> leaves = all.stream().filter(leaf -> leaf.facts() != null).toList();
        if (leaves.size() < FEWEST) {
            return;
        }
        sizes(leaves, comparison);
        kinds(leaves, OddOnes::posture, Checks.OTHER_ORIENTATION, comparison);
        kinds(leaves, OddOnes::resolution, Checks.OTHER_RESOLUTION, comparison);
        kinds(leaves, OddOnes::color, Checks.OTHER_COLOR, comparison);
    }

    /** Sides by their length, so that a page that only lies on its side is not of another size. */
    private static void sizes(List<Leaf> leaves, Comparison comparison) {
        int shorter = median(leaves, leaf -> shorter(leaf.facts()));
        int longer = median(leaves, leaf -> longer(leaf.facts()));
        long alike = leaves.stream()
                .filter(leaf -> near(shorter(leaf.facts()), shorter, NEAR) && near(longer(leaf.facts()), longer, NEAR))
                .count();
        if (leaves.size() - alike > fewest(leaves)) {
            return;
        }
        for (Leaf leaf : leaves) {
            ImageFacts facts = leaf.facts();
            if (!near(shorter(facts), shorter, FAR) || !near(longer(facts), longer, FAR)) {
                comparison.found(
                        leaf,
                        Checks.OTHER_SIZE,
                        String.format(
                                Locale.ROOT,
                                "%d × %d pixels, where most pages have about %d × %d; look whether it belongs here and was"
                                        + " scanned whole",
                                shorter(facts),
                                longer(facts),
                                shorter,
                                longer));
            }
        }
    }

    private static int fewest(List<Leaf> leaves) {
        return Math.max(1, leaves.size() / ONE_IN);
    }

    private static boolean near(int value, int usual, double share) {
        return Math.abs(value - usual) <= share * usual;
    }

    private static int median(List<Leaf> leaves, ToIntFunction<Leaf> side) {
        int[] sorted = leaves.stream().mapToInt(side).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static int shorter(ImageFacts facts) {
        return Math.min(facts.width(), facts.height());
    }

    private static int longer(ImageFacts facts) {
        return Math.max(facts.width(), facts.height());
    }

    private static void kinds(
            List<Leaf> leaves, Function<ImageFacts, String> kind, String rule, Comparison comparison) {
        Map<String, Integer> counts = new HashMap<>();
        leaves.forEach(leaf -> counts.merge(kind.apply(leaf.facts()), 1, Integer::sum));
        Map.Entry<String, Integer> usual =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        if (leaves.size() - usual.getValue() > fewest(leaves)) {
            return;
        }
        for (Leaf leaf : leaves) {
            String own = kind.apply(leaf.facts());
            if (!own.equals(usual.getKey())) {
                comparison.found(
                        leaf, rule, own + ", where most pages are " + usual.getKey() + "; look whether that is meant");
            }
        }
    }

    /** As a reader sees it, by its orientation tag. */
    private static String posture(ImageFacts facts) {
        boolean swapped = facts.orientation() >= 5;
        int width = swapped ? facts.height() : facts.width();
        int height = swapped ? facts.width() : facts.height();
        return width > height ? "wider than high" : "not wider than high";
    }

    private static String resolution(ImageFacts facts) {
        return facts.xDpi() == null ? "without a stated resolution" : Math.round(facts.xDpi()) + " dpi";
    }

    private static String color(ImageFacts facts) {
        return switch (String.valueOf(facts.photometric())) {
            case "WhiteIsZero", "BlackIsZero" ->
                facts.bitsPerSample().equals(List.of(1)) ? "in black and white" : "in grey";
            default -> "in color";
        };
    }
}
