package org.colophon.examine.quality;

import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;

/** One thing that a profile asks of every page. */
sealed interface Rule
        permits FormatRule,
                CompressionRule,
                ResolutionRule,
                MeasuredResolutionRule,
                BitDepthRule,
                ColorRule,
                IccRule,
                DimensionsRule,
                OrientationRule,
                NameRule {

    /** Its key in a profile, and the rule of its findings. */
    String key();

    /** What it means for a page to break it. */
    Level level();

    /**
     * How the page breaks it.
     *
     * @param profile name of the profile, for the sentence
     * @return what was found, what is asked and what to do, without the page's name; empty when it is kept, or cannot be
     *     told for this page
     */
    Optional<Broken> broken(Subject page, String profile);

    /** As above, with the level that the rule has. */
    default Optional<Broken> broken(String text) {
        return Optional.of(new Broken(level(), text));
    }

    /** A rule that was not kept. */
    record Broken(Level level, String text) {}
}
