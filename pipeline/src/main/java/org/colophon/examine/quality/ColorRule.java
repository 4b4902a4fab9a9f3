package org.colophon.examine.quality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.ImageFacts;

/**
 * Color spaces.
 *
 * @param allowed names of {@link Space}
 */
record ColorRule(List<Space> allowed, Level level) implements Rule {
    ColorRule {
        allowed = List.copyOf(allowed);
    }

    /** What the samples of a page stand for, in the words of profiles. */
    enum Space {
        BILEVEL,
        GREY,
        PALETTE,
        RGB,
        YCBCR,
        CMYK,
        LAB,
        OTHER;

        static Space of(ImageFacts facts) {
            String photometric = facts.photometric() == null ? "" : facts.photometric();
            return switch (photometric) {
                case "WhiteIsZero", "BlackIsZero" -> facts.bitsPerSample().equals(List.of(1)) ? BILEVEL : GREY;
                case "PaletteColor" -> PALETTE;
                case "RGB" -> RGB;
                case "YCbCr" -> YCBCR;
                case "CMYK" -> CMYK;
                case "CIELab", "ICCLab" -> LAB;
                default -> OTHER;
            };
        }

        /** Whether it holds colors. */
        boolean colored() {
            return this != BILEVEL && this != GREY;
        }

        @Override
        public String toString() {
            return switch (this) {
                case BILEVEL, GREY, PALETTE, LAB, OTHER -> name().toLowerCase(Locale.ROOT);
                case YCBCR -> "YCbCr";
                case RGB, CMYK -> name();
            };
        }
    }

    @Override
    public String key() {
        return "color-space";
    }

    @Override
    public Optional<Broken> broken(Subject page, String profile) {
        if (page.facts() == null || allowed.contains(Space.of(page.facts()))) {
            return Optional.empty();
        }
        return broken("its color space is " + Space.of(page.facts()) + ", the profile " + profile + " asks for "
                + Words.or(allowed) + "; set the scanner accordingly and rescan");
    }
}
