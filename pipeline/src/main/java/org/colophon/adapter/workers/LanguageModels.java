package org.colophon.adapter.workers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.stream.Stream;
import org.colophon.port.Workers.LanguageChoice;
import org.colophon.worker.protocol.Tessdata;

/** From language tags (ISO 639, BCP 47, or the engine's own names) to installed models. */
public final class LanguageModels {
    /** ISO 639-2 codes for bibliographic use, where they differ from the terminological ones that models are named by. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("alb", "sqi"),
            Map.entry("arm", "hye"),
            Map.entry("baq", "eus"),
            Map.entry("bur", "mya"),
            Map.entry("cze", "ces"),
            Map.entry("dut", "nld"),
            Map.entry("fre", "fra"),
            Map.entry("geo", "kat"),
            Map.entry("ger", "deu"),
            Map.entry("gre", "ell"),
            Map.entry("ice", "isl"),
            Map.entry("mac", "mkd"),
            Map.entry("may", "msa"),
            Map.entry("per", "fas"),
            Map.entry("rum", "ron"),
            Map.entry("slo", "slk"),
            Map.entry("tib", "bod"),
            Map.entry("wel", "cym"));
    /** Models that are not named by the ISO 639 code alone; the first installed one is taken. */
    private static final Map<String, List<String>> SPECIAL = Map.ofEntries(
            // The language's own Fraktur models read better than the script's (measured on German lists).
            Map.entry("deu-latf", List.of("frk", "deu_latf", "script/Fraktur")),
            Map.entry("zho", List.of("chi_sim")),
            Map.entry("chi", List.of("chi_sim")),
            Map.entry("zho-hans", List.of("chi_sim")),
            Map.entry("zho-hant", List.of("chi_tra")),
            Map.entry("chi-hant", List.of("chi_tra")),
            Map.entry("srp-latn", List.of("srp_latn")),
            Map.entry("aze-cyrl", List.of("aze_cyrl")),
            Map.entry("uzb-cyrl", List.of("uzb_cyrl")),
            Map.entry("nob", List.of("nor")),
            Map.entry("nno", List.of("nor")));

    private static final Set<String> NO_LANGUAGE = Set.of("zxx", "und", "mis", "mul");

    private final Tessdata tessdata;

    /** @param tessdata where models lie */
    public LanguageModels(Tessdata tessdata) {
        this.tessdata = tessdata;
    }

    /** Models for these tags, in their order, and a sentence for each that has none. */
    public LanguageChoice choose(List<String> tags) {
        Set<String> models = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        for (String tag : tags.stream().flatMap(LanguageModels::parts).toList()) {
            List<String> candidates = candidates(tag);
            candidates.stream()
                    .filter(tessdata::has)
                    .findFirst()
                    .ifPresentOrElse(models::add, () -> missing.add(sentence(tag, candidates)));
        }
        return new LanguageChoice(List.copyOf(models), List.copyOf(missing));
    }

    private String sentence(String tag, List<String> candidates) {
        String explained = candidates.isEmpty()
                ? "\"" + tag + "\" is no language code; write ISO 639 or BCP 47, such as en, deu or de-Latf"
                : tessdata.explainMissing(candidates.get(0));
        return "The text is in " + tag + ": " + explained + ".";
    }

    private static Stream<String> parts(String tag) {
        return Arrays.stream(tag.split("[+,;\\s]+")).filter(part -> !part.isEmpty());
    }

    /** Models that would do, best first. */
    List<String> candidates(String tag) {
        List<String> candidates = new ArrayList<>();
        if (tessdata.has(tag)) {
            return List.of(tag);
        }
        String[] subtags = tag.toLowerCase(Locale.ROOT).replace('_', '-').split("-");
        String language = terminological(subtags[0]);
        if (language.isEmpty() || NO_LANGUAGE.contains(language)) {
            return List.of();
        }
        if (subtags.length > 1) {
            candidates.addAll(SPECIAL.getOrDefault(language + "-" + subtags[1], List.of()));
        }
        if (candidates.isEmpty()) {
            candidates.addAll(SPECIAL.getOrDefault(language, List.of(language)));
        }
        return candidates;
    }

    /** ISO 639-2/T code; empty when it is no code. */
    private static String terminological(String code) {
        if (code.length() == 2) {
            try {
                return Locale.forLanguageTag(code).getISO3Language();
            } catch (MissingResourceException e) {
                return "";
            }
        }
        if (code.length() != 3 || !code.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return "";
        }
        return BIBLIOGRAPHIC.getOrDefault(code, code);
    }
}
