package org.colophon.examine.quality;

import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;

/**
 * The resolution that a file states.
 *
 * @param least dots per inch
 * @param most dots per inch; null without an upper limit
 * @param rescanAt dots per inch to advise
 * @param unstated what it means for a file to state none
 */
record ResolutionRule(double least, Double most, int rescanAt, Level level, Level unstated) implements Rule {
    /** Files state resolutions in rounded fractions: 118.11 dots a centimeter are meant for 300 an inch. */
    static final double TOLERANCE = 0.5;

    @Override
    public String key() {
        return "resolution";
    }

    @Override
    public Optional<Broken> broken(Subject page, String profile) {
        if (page.facts() == null) {
            return Optional.empty();
        }
        String asks = ", the profile " + profile + " asks for ";
        if (page.facts().xDpi() == null || page.facts().yDpi() == null) {
            return unstated == null
                    ? Optional.empty()
                    : Optional.of(new Broken(
                            unstated,
                            "the file does not state its resolution" + asks + "at least " + Words.number(least)
                                    + " dpi; set the scanner to record it and rescan at " + rescanAt + " or more"));
        }
        double dpi = Math.min(page.facts().xDpi(), page.facts().yDpi());
        if (dpi < least - TOLERANCE) {
            return broken(Words.number(dpi) + " dpi" + asks + "at least " + Words.number(least) + "; rescan at "
                    + rescanAt + " or more");
        }
        double higher = Math.max(page.facts().xDpi(), page.facts().yDpi());
        return most != null && higher > most + TOLERANCE
                ? broken(Words.number(higher) + " dpi" + asks + "at most " + Words.number(most) + "; rescan at "
                        + rescanAt)
                : Optional.empty();
    }
}
