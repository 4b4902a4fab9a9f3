package org.colophon.examine.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colophon.examine.quality.Checks;

/**
 * The numbers in the names of an item's files. Names that are alike but for the last number in them make a series; a
 * series that mostly counts in equal steps, and has at least half of its numbers, has a gap where it does not. Names that
 * do not count say nothing.
 */
final class Numbering {
    private static final Pattern LAST_NUMBER = Pattern.compile("^(.*?)(\\d{1,9})(\\D*)$");
    private static final Pattern COPY = Pattern.compile(
            "^(?:Copy of |Kopie von |Copie de )?(.+?)(?: \\(\\d{1,3}\\)| ?[-_ ] ?(?:copy|copie|kopie|copia)(?: ?\\(?\\d{1,3}\\)?)?)?$",
            Pattern.CASE_INSENSITIVE);
    private static final int FEWEST = 3;

    private Numbering() {}

    private record Numbered(Leaf leaf, int number, int digits) {}

    static void judge(List<Leaf> leaves, Comparison comparison) {
        List<Leaf> files = leaves.stream().filter(leaf -> leaf.index() == 0).toList();
        Map<String, Leaf> byStem = new HashMap<>();
        Map<String, Integer> copies = copies(files);
        Map<String, List<Numbered>> series = new LinkedHashMap<>();
        for (Leaf leaf : files) {
            byStem.putIfAbsent(key(stem(leaf.name())), leaf);
        }
        for (Leaf leaf : files) {
            Optional<Leaf> original = original(leaf, byStem, copies);
            if (original.isPresent()) {
                twice(leaf, original.get(), comparison);
                continue;
            }
            Matcher name = LAST_NUMBER.matcher(stem(leaf.name()));
            if (name.matches()) {
                Numbered numbered = new Numbered(
                        leaf, Integer.parseInt(name.group(2)), name.group(2).length());
                series.computeIfAbsent(key(name.group(1)) + "\0" + key(name.group(3)), key -> new ArrayList<>())
                        .add(numbered);
            }
        }
        series.values().forEach(one -> judgeSeries(one, comparison));
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The file that this one is named as a copy of, or like, but for capitals and extension. */
    private static Optional<Leaf> original(Leaf leaf, Map<String, Leaf> byStem, Map<String, Integer> copies) {
        Leaf alike = byStem.get(key(stem(leaf.name())));
        if (!alike.equals(leaf)) {
            return Optional.of(alike);
        }
        Matcher name = COPY.matcher(stem(leaf.name()));
        boolean copy = name.matches() && !name.group(1).equals(stem(leaf.name()));
        if (!copy || copies.getOrDefault(key(name.group(1)), 0) > 1) {
            return Optional.empty();
        }
        return Optional.ofNullable(byStem.get(key(name.group(1)))).filter(other -> !other.equals(leaf));
    }

    /** How many names are made like copies of each stem: several are how some programs number scans. */
    private static Map<String, Integer> copies(List<Leaf> files) {
        Map<String, Integer> copies = new HashMap<>();
        for (Leaf leaf : files) {
            Matcher name = COPY.matcher(stem(leaf.name()));
            if (name.matches() && !name.group(1).equals(stem(leaf.name()))) {
                copies.merge(key(name.group(1)), 1, Integer::sum);
            }
        }
        return copies;
    }

    private static void judgeSeries(List<Numbered> series, Comparison comparison) {
        List<Numbered> sorted = new ArrayList<>(series);
        sorted.sort((a, b) -> Integer.compare(a.number(), b.number()));
        List<Numbered> distinct = new ArrayList<>();
        for (Numbered one : sorted) {
            Numbered last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (last != null && last.number() == one.number()) {
                twice(one.leaf(), last.leaf(), comparison);
            } else {
                distinct.add(one);
            }
        }
        gaps(distinct, comparison);
    }

    private static void twice(Leaf leaf, Leaf other, Comparison comparison) {
        comparison.found(
                leaf,
                Checks.NUMBER_TWICE,
                "its name repeats that of " + other.called() + "; remove the one that is too many, or rename it");
    }

    private static void gaps(List<Numbered> series, Comparison comparison) {
        if (series.size() < FEWEST) {
            return;
        }
        int step = usualStep(series);
        if (step == 0 || 2 * series.size() < span(series) / step + 1) {
            // A selection of a book's pages, numbered as the book is, has no page missing.
            return;
        }
        for (int i = 1; i < series.size(); i++) {
            Numbered before = series.get(i - 1);
            Numbered after = series.get(i);
            if (after.number() - before.number() > step) {
                comparison.found(
                        after.leaf(),
                        Checks.NUMBER_MISSING,
                        missing(before, after, step) + " between "
                                + before.leaf().called() + " and this one; look whether a page was left out");
            }
        }
    }

    private static int span(List<Numbered> series) {
        return series.get(series.size() - 1).number() - series.get(0).number();
    }

    /** The difference that at least half of the neighbors have, and most of them; 0 when there is none. */
    private static int usualStep(List<Numbered> series) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 1; i < series.size(); i++) {
            counts.merge(series.get(i).number() - series.get(i - 1).number(), 1, Integer::sum);
        }
        int most = counts.values().stream().max(Integer::compare).orElse(0);
        return 2 * most < series.size() - 1
                ? 0
                : counts.entrySet().stream()
                        .filter(entry -> entry.getValue() == most)
                        .map(Map.Entry::getKey)
                        .min(Integer::compare)
                        .orElse(0);
    }

    private static String missing(Numbered before, Numbered after, int step) {
        String first = number(before.number() + step, before.digits());
        int last = after.number() - step;
        return last <= before.number() + step
                ? "the number " + first + " is missing"
                : "the numbers " + first + " to " + number(last, before.digits()) + " are missing";
    }

    private static String number(int value, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", value);
    }
}
