package org.colophon.examine.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colophon.port.StepResult.Standard;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.Terms;

/**
 * What is asked of a scan.
 *
 * @param name as collections name it
 * @param title for people
 * @param rules what is asked of every page
 * @param levels what those findings mean that every page is looked at for, by rule; empty where it is not to be told
 * @param notJudged what the standard asks for and cannot be judged without a scanned target
 * @param drawingDpi resolution at which pages of a PDF are drawn
 */
public record Profile(
        String name,
        String title,
        List<Rule> rules,
        Map<String, Optional<Level>> levels,
        List<String> notJudged,
        int drawingDpi) {
    /** The profile where nobody names another. */
    public static final String DEFAULT = "anything-readable";

    public Profile {
        rules = List.copyOf(rules);
        levels = Map.copyOf(levels);
        notJudged = List.copyOf(notJudged);
    }

    /** What a worker must know of it. */
    public Terms terms() {
        List<String> formats = rules.stream()
                .filter(FormatRule.class::isInstance)
                .flatMap(rule -> Formats.unusual(((FormatRule) rule).allowed()).stream())
                .toList();
        return new Terms(formats, drawingDpi);
    }

    /** What is kept of it with each page. */
    public Standard standard() {
        return new Standard(name, notJudged, terms());
    }

    /** What a finding means that every page is looked at for; empty when it is not to be told. */
    public Optional<Level> level(String rule) {
        return levels.getOrDefault(rule, Checks.LEVELS.getOrDefault(rule, Optional.of(Level.WARN)));
    }

    /** Whether the profile decides what this finding means; that a page is not whole, say, is no matter of taste. */
    static boolean decides(String rule) {
        return Checks.LEVELS.containsKey(rule);
    }
}
