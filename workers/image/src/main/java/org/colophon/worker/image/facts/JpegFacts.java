package org.colophon.worker.image.facts;

import java.util.Collections;
import java.util.List;
import org.colophon.worker.image.layout.JpegLayout;

/** Facts of a JPEG, from its segments. */
final class JpegFacts {
    private static final double SCREEN = 72;
    private static final int LOSSLESS = 0xc3;

    private JpegFacts() {}

    static Facts.Measured of(JpegLayout jpeg) {
        if (jpeg.frame() == null) {
            return null;
        }
        JpegLayout.Frame frame = jpeg.frame();
        Exif exif = Exif.of(jpeg.exif());
        int count = frame.components().size();
        return new Facts.Measured(
                frame.extent(),
                Collections.nCopies(count, frame.bits()),
                photometric(jpeg),
                frame.marker() == LOSSLESS ? "lossless JPEG" : "JPEG",
                null,
                0,
                jpeg.icc(),
                null,
                exif.orientation(),
                resolution(exif.resolution(), jpeg.density()),
                exif.capture().or(Xmp.of(jpeg.xmp())));
    }

    /** Colour as the Adobe segment or the component names tell it; without either it is YCbCr (JFIF 1.02). */
    private static String photometric(JpegLayout jpeg) {
        List<Integer> components = jpeg.frame().components();
        return switch (components.size()) {
            case 1, 2 -> "BlackIsZero";
            case 3 -> {
                boolean named = components.equals(List.of((int) 'R', (int) 'G', (int) 'B'));
                yield jpeg.adobeTransform() == 0 || (named && jpeg.adobeTransform() < 0) ? "RGB" : "YCbCr";
            }
            default -> "CMYK";
        };
    }

    /** Exif states the scanner's own resolution; but where it only has the customary 72, JFIF may know better. */
    private static Resolution resolution(Resolution exif, JpegLayout.Density density) {
        Resolution jfif = jfif(density);
        boolean customary = exif.stated() && exif.xDpi() == SCREEN;
        return exif.plausible() && !(customary && jfif.plausible()) ? exif : jfif.x() != null ? jfif : exif;
    }

    private static Resolution jfif(JpegLayout.Density density) {
        if (density == null) {
            return Resolution.NONE;
        }
        Resolution.Unit unit =
                switch (density.unit()) {
                    case 1 -> Resolution.Unit.INCH;
                    case 2 -> Resolution.Unit.CENTIMETRE;
                    default -> Resolution.Unit.NONE;
                };
        return new Resolution((double) density.x(), (double) density.y(), unit);
    }
}
