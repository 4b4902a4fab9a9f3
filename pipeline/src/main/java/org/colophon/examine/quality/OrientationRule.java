package org.colophon.examine.quality;

import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;

/** The stored raster must be upright by itself, without an orientation tag that asks readers to turn it. */
record OrientationRule(Level level) implements Rule {
    @Override
    public String key() {
        return "orientation";
    }

    @Override
    public Optional<Broken> broken(Subject page, String profile) {
        if (page.facts() == null || page.facts().orientation() <= 1) {
            return Optional.empty();
        }
        return broken(
                "stored turned or mirrored (orientation tag " + page.facts().orientation() + "), the profile " + profile
                        + " asks for upright images; lay the sheet upright or have the scanner turn the pixels");
    }
}
