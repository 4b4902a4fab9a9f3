package org.colophon.examine.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.colophon.worker.protocol.Finding.Level;

/** Reads the rules of a profile: a key a rule, and under it what the rule asks, and its {@code level}. */
final class RuleSection {
    private static final int NEXT = 50;
    private static final Map<String, BiFunction<Section, Level, Rule>> RULES = rules();

    private RuleSection() {}

    private static Map<String, BiFunction<Section, Level, Rule>> rules() {
        Map<String, BiFunction<Section, Level, Rule>> rules = new LinkedHashMap<>();
        rules.put("formats", RuleSection::formats);
        rules.put("compression", RuleSection::compression);
        rules.put("resolution", RuleSection::resolution);
        rules.put("measured-resolution", RuleSection::measured);
        rules.put("bit-depth", RuleSection::bits);
        rules.put("color-space", RuleSection::colors);
        rules.put("icc-profile", RuleSection::icc);
        rules.put("dimensions", RuleSection::dimensions);
        rules.put("orientation", (in, level) -> {
            in.only(List.of("level"));
            return new OrientationRule(level);
        });
        rules.put("names", RuleSection::names);
        return rules;
    }

    /** All rules that are not off; one that cannot be understood is a problem and left out. */
    static List<Rule> read(Section all) {
        all.only(List.copyOf(RULES.keySet()));
        List<Rule> read = new ArrayList<>();
        for (String key : all.keys()) {
            BiFunction<Section, Level, Rule> rule = RULES.get(key);
            if (rule != null) {
                Section in = all.section(key).orElseThrow();
                Level level = in.level("level", Level.REJECT);
                Rule one = rule.apply(in, level);
                if (level != null && one != null) {
                    read.add(one);
                }
            }
        }
        return read;
    }

    private static List<String> allowed(Section in) {
        in.only(List.of("allow", "level"));
        return in.neededTexts("allow");
    }

    private static Rule formats(Section in, Level level) {
        List<String> formats = allowed(in);
        formats.stream()
                .filter(name -> !Formats.names().contains(name))
                .forEach(name ->
                        in.wrong("allow", "names \"" + name + "\"; there are " + String.join(", ", Formats.names())));
        return formats.isEmpty() ? null : new FormatRule(formats, level);
    }

    private static Rule compression(Section in, Level level) {
        List<String> allowed = allowed(in);
        allowed.stream()
                .filter(name -> CompressionRule.KNOWN.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> in.wrong(
                        "allow", "names \"" + name + "\"; there are " + String.join(", ", CompressionRule.KNOWN)));
        return new CompressionRule(allowed, level);
    }

    private static Rule resolution(Section in, Level level) {
        in.only(List.of("at-least", "at-most", "rescan-at", "unstated", "level"));
        Double least = least(in);
        Double most = in.number("at-most");
        if (least != null && most != null && most < least) {
            in.wrong("at-most", "is lower than at-least");
        }
        return least == null
                ? null
                : new ResolutionRule(least, most, advice(in, least), level, in.level("unstated", level));
    }

    private static Rule measured(Section in, Level level) {
        in.only(List.of("at-least", "rescan-at", "level"));
        Double least = least(in);
        return least == null ? null : new MeasuredResolutionRule(least, advice(in, least), level);
    }

    private static Double least(Section in) {
        if (!in.has("at-least")) {
            in.wrong("at-least", "is missing");
        }
        return in.number("at-least");
    }

    /** Scanners are set in round numbers. */
    private static int advice(Section in, double least) {
        Integer advised = in.count("rescan-at");
        if (advised != null && advised < least) {
            in.wrong("rescan-at", "is lower than at-least");
        }
        return advised == null ? (int) Math.ceil(least / NEXT) * NEXT : advised;
    }

    private static Rule bits(Section in, Level level) {
        List<Integer> bits = allowed(in).stream()
                .map(text -> text.matches("[1-9][0-9]?") ? Integer.valueOf(text) : null)
                .filter(Objects::nonNull)
                .toList();
        if (bits.size() < in.texts("allow").size()) {
            in.wrong("allow", "must be whole numbers of bits, such as [8, 16]");
        }
        return new BitDepthRule(bits, level);
    }

    private static Rule colors(Section in, Level level) {
        return new ColorRule(spaces(in, "allow", allowed(in)), level);
    }

    private static List<ColorRule.Space> spaces(Section in, String key, List<String> names) {
        List<ColorRule.Space> spaces = new ArrayList<>();
        for (String name : names) {
            Arrays.stream(ColorRule.Space.values())
                    .filter(space -> space.toString().equalsIgnoreCase(name))
                    .findFirst()
                    .ifPresentOrElse(
                            spaces::add,
                            () -> in.wrong(
                                    key,
                                    "names \"" + name + "\"; there are "
                                            + Words.or(List.of(ColorRule.Space.values()))));
        }
        return spaces;
    }

    private static Rule icc(Section in, Level level) {
        in.only(List.of("allow", "for", "level"));
        List<String> needing = in.has("for") ? in.texts("for") : List.of("grey", "RGB", "YCbCr");
        return new IccRule(in.texts("allow"), spaces(in, "for", needing), level);
    }

    private static Rule dimensions(Section in, Level level) {
        in.only(List.of("shorter-at-least", "longer-at-most", "level"));
        if (!in.has("shorter-at-least") && !in.has("longer-at-most")) {
            in.wrong("shorter-at-least", "or longer-at-most is missing");
        }
        return new DimensionsRule(in.count("shorter-at-least"), in.count("longer-at-most"), level);
    }

    private static Rule names(Section in, Level level) {
        in.only(List.of("pattern", "example", "level"));
        String pattern = in.text("pattern");
        if (pattern == null) {
            in.wrong("pattern", "is missing");
            return null;
        }
        try {
            return new NameRule(Pattern.compile(pattern), in.text("example"), level);
        } catch (PatternSyntaxException e) {
            in.wrong("pattern", "is no regular expression: " + e.getDescription());
            return null;
        }
    }
}
