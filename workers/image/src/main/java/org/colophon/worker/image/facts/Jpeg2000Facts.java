package org.colophon.worker.image.facts;

import java.util.List;
import org.colophon.worker.image.layout.Jpeg2000Layout;

/** Facts of a JPEG 2000, from its boxes and its image data's header. */
final class Jpeg2000Facts {
    private static final double CENTIMETRES = 100;
    private static final int CMYK = 12;
    private static final int LAB = 14;
    private static final int GREY = 17;
    private static final int YCC = 18;
    private static final int SRGB = 16;

    private Jpeg2000Facts() {}

    static Facts.Measured of(Jpeg2000Layout layout) {
        Jpeg2000Layout.Codestream codestream = layout.codestream();
        if (codestream == null) {
            return null;
        }
        Jpeg2000Layout.Colour colour = layout.colour();
        List<Integer> bits = codestream.bits();
        String photometric = photometric(colour, bits.size());
        Exif exif = Exif.of(layout.exif());
        return new Facts.Measured(
                codestream.extent(),
                bits,
                photometric,
                codestream.reversible() ? "JPEG 2000 Lossless" : "JPEG 2000 Lossy",
                null,
                colour.palette().isEmpty() ? Math.max(0, bits.size() - colours(photometric)) : 0,
                colour.icc(),
                colour.enumerated() == SRGB ? "sRGB" : null,
                exif.orientation(),
                layout.density() == null ? exif.resolution() : resolution(layout.density()),
                exif.capture().or(Xmp.of(layout.xmp())));
    }

    private static String photometric(Jpeg2000Layout.Colour colour, int components) {
        if (!colour.palette().isEmpty()) {
            return "PaletteColor";
        }
        String profile = IccProfile.photometric(colour.icc());
        if (profile != null) {
            return profile;
        }
        return switch (colour.enumerated()) {
            case CMYK -> "CMYK";
            case LAB -> "CIELab";
            case GREY -> "BlackIsZero";
            case YCC -> "YCbCr";
            // A bare codestream has no colour box: its components are grey, or red, green and blue
            default -> components - colour.opacities() < 3 ? "BlackIsZero" : "RGB";
        };
    }

    private static int colours(String photometric) {
        return switch (photometric) {
            case "BlackIsZero" -> 1;
            case "CMYK" -> 4;
            default -> 3;
        };
    }

    /** The box counts by the metre; MIX knows inch and centimetre only. */
    private static Resolution resolution(Jpeg2000Layout.Density density) {
        return new Resolution(density.x() / CENTIMETRES, density.y() / CENTIMETRES, Resolution.Unit.CENTIMETRE);
    }
}
