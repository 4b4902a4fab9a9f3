package org.colophon.examine.quality;

import java.util.Locale;
import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.ImageFacts;

/**
 * The resolution that a page really has: its pixels on the sheet whose size its metadata state. Not judged where they
 * state none.
 *
 * @param least dots per inch
 * @param rescanAt dots per inch to advise
 */
record MeasuredResolutionRule(double least, int rescanAt, Level level) implements Rule {
    private static final double CENTIMETERS = 2.54;

    @Override
    public String key() {
        return "measured-resolution";
    }

    @Override
    public Optional<Broken> broken(Subject page, String profile) {
        if (page.facts() == null || page.size().isEmpty()) {
            return Optional.empty();
        }
        ImageFacts facts = page.facts();
        PhysicalSize size = page.size().get();
        double dpi = size.dpi(facts.width(), facts.height());
        return dpi >= least - ResolutionRule.TOLERANCE
                ? Optional.empty()
                : broken(String.format(
                        Locale.ROOT,
                        "measured %.0f dpi (%d × %d pixels on a sheet of %.1f × %.1f cm)%s, the profile %s asks for at"
                                + " least %s; rescan at %d or more, or correct the size in the metadata",
                        dpi,
                        facts.width(),
                        facts.height(),
                        size.shorter() * CENTIMETERS,
                        size.longer() * CENTIMETERS,
                        facts.xDpi() == null ? "" : ", though the file states " + Words.number(facts.xDpi()),
                        profile,
                        Words.number(least),
                        rescanAt));
    }
}
