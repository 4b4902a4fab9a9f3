package org.colophon.web.readingroom;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns what catalogues and engines call a language into the tag that HTML wants (BCP 47, RFC 5646 §2.2.1: the shortest
 * code there is).
 */
final class LanguageTag {
    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*");
    private static final Map<String, String> TWO_LETTERS = twoLetters();
    /** Tesseract's names that are no language codes. */
    private static final Map<String, String> MODELS = Map.of(
            "frk", "de-Latf",
            "deu_latf", "de-Latf",
            "deu_frak", "de-Latf",
            "dan_frak", "da-Latf",
            "chi_sim", "zh-Hans",
            "chi_tra", "zh-Hant",
            "script/fraktur", "und-Latf",
            "fraktur", "und-Latf");

    private LanguageTag() {}

    /** The first of these that is a language; empty when none is. */
    static Optional<String> first(List<String> names) {
        return names.stream().map(LanguageTag::of).flatMap(Optional::stream).findFirst();
    }

    /** The tag of an ISO 639 code, a BCP 47 tag or a Tesseract model. */
    static Optional<String> of(String name) {
        String trimmed = name.trim();
        String model = MODELS.get(trimmed.toLowerCase(Locale.ROOT));
        if (model != null) {
            return Optional.of(model);
        }
        if (!FORM.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        String[] parts = trimmed.replace('_', '-').split("-", 2);
        String language = parts[0].toLowerCase(Locale.ROOT);
        String shortest = TWO_LETTERS.getOrDefault(language, language);
        String tag = Locale.forLanguageTag(parts.length == 1 ? shortest : shortest + "-" + parts[1])
                .toLanguageTag();
        return tag.equals("und") ? Optional.empty() : Optional.of(tag);
    }

    private static Map<String, String> twoLetters() {
        Map<String, String> codes = new HashMap<>();
        for (String two : Locale.getISOLanguages()) {
            try {
                codes.put(Locale.forLanguageTag(two).getISO3Language(), two);
            } catch (MissingResourceException e) {
                // A code without a three-letter form needs no entry.
            }
        }
        // ISO 639-2/B, which library catalogues use
        String bibliographic = "alb=sq arm=hy baq=eu bur=my chi=zh cze=cs dut=nl fre=fr geo=ka ger=de gre=el ice=is "
                + "mac=mk mao=mi may=ms per=fa rum=ro slo=sk tib=bo wel=cy";
        for (String pair : bibliographic.split(" ")) {
            codes.put(pair.substring(0, 3), pair.substring(4));
        }
        return Map.copyOf(codes);
    }
}
