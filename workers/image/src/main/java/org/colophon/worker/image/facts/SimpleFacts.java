package org.colophon.worker.image.facts;

import org.colophon.worker.image.layout.SimpleLayout;

/** Facts of a GIF, BMP or WebP. */
final class SimpleFacts {
    private static final double CENTIMETRES = 100;

    private SimpleFacts() {}

    static Facts.Measured of(SimpleLayout layout) {
        SimpleLayout.Header header = layout.header();
        if (header == null) {
            return null;
        }
        Exif exif = Exif.of(layout.exif());
        return new Facts.Measured(
                header.extent(),
                header.bits(),
                header.photometric(),
                header.compression(),
                null,
                header.alpha(),
                layout.icc(),
                null,
                exif.orientation(),
                layout.density() == null ? exif.resolution() : resolution(layout.density()),
                exif.capture().or(Xmp.of(layout.xmp())));
    }

    /** A bitmap counts by the metre; MIX knows inch and centimetre only. */
    private static Resolution resolution(SimpleLayout.Density density) {
        return new Resolution(density.x() / CENTIMETRES, density.y() / CENTIMETRES, Resolution.Unit.CENTIMETRE);
    }
}
