package org.colophon.examine.quality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;

/**
 * Embedded color profiles.
 *
 * @param allowed names of profiles, {@code *} for anything; case and spaces do not count; empty for any profile
 * @param spaces color spaces that need one
 */
record IccRule(List<String> allowed, List<ColorRule.Space> spaces, Level level) implements Rule {
    IccRule {
        allowed = List.copyOf(allowed);
        spaces = List.copyOf(spaces);
    }

    @Override
    public String key() {
        return "icc-profile";
    }

    @Override
    public Optional<Broken> broken(Subject page, String profile) {
        if (page.facts() == null || !spaces.contains(ColorRule.Space.of(page.facts()))) {
            return Optional.empty();
        }
        String found = page.facts().iccProfile();
        String asks = ", the profile " + profile + " asks for " + (allowed.isEmpty() ? "one" : Words.or(allowed));
        if (found == null) {
            return broken("no color profile (ICC) is embedded" + asks + "; set the scanner to embed it and rescan");
        }
        return allowed.isEmpty() || allowed.stream().anyMatch(pattern -> matches(pattern, found))
                ? Optional.empty()
                : broken("the embedded color profile is \"" + found + "\"" + asks
                        + "; set the scanner to it and rescan");
    }

    private static boolean matches(String pattern, String name) {
        String[] parts = plain(pattern).split("\\*", -1);
        String rest = plain(name);
        if (!rest.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length; i++) {
            int found = i == parts.length - 1 && !parts[i].isEmpty()
                    ? rest.endsWith(parts[i]) ? Math.max(at, rest.length() - parts[i].length()) : -1
                    : rest.indexOf(parts[i], at);
            if (found < at) {
                return false;
            }
            at = found + parts[i].length();
        }
        return parts.length > 1 || at == rest.length();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace(" ", "");
    }
}
