package org.colophon.worker.image.facts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.InflaterInputStream;
import org.colophon.worker.image.layout.Blob;
import org.colophon.worker.image.layout.PngLayout;

/** Facts of a PNG, from its chunks. */
final class PngFacts {
    private static final int MOST_PROFILE = 16 << 20;
    private static final double CENTIMETRES = 100;

    private PngFacts() {}

    static Facts.Measured of(PngLayout png) {
        if (png.header() == null) {
            return null;
        }
        int colour = png.header().colour();
        Exif exif = Exif.of(png.exif());
        return new Facts.Measured(
                png.header().extent(),
                Collections.nCopies(samples(colour), png.header().bits()),
                photometric(colour),
                "Deflate",
                null,
                colour == 4 || colour == 6 ? 1 : 0,
                profile(png.icc()),
                png.standardRgb() ? "sRGB" : null,
                exif.orientation(),
                resolution(png.density(), exif.resolution()),
                texts(png).or(exif.capture()).or(Xmp.of(png.xmp())));
    }

    private static int samples(int colour) {
        return switch (colour) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    private static String photometric(int colour) {
        return switch (colour) {
            case 0, 4 -> "BlackIsZero";
            case 3 -> "PaletteColor";
            default -> "RGB";
        };
    }

    /** pHYs counts by the metre; MIX knows inch and centimetre only. */
    private static Resolution resolution(PngLayout.Density density, Resolution exif) {
        if (density == null) {
            return exif;
        }
        return density.metre()
                ? new Resolution(density.x() / CENTIMETRES, density.y() / CENTIMETRES, Resolution.Unit.CENTIMETRE)
                : new Resolution((double) density.x(), (double) density.y(), Resolution.Unit.NONE);
    }

    private static Capturing texts(PngLayout png) {
        String created = png.texts().get("Creation Time");
        return new Capturing(null, null, png.texts().get("Software"), Dates.fromExif(created));
    }

    /** iCCP: a name, NUL, the method 0, then the profile deflated (PNG §11.3.2.3). */
    private static Blob profile(Blob chunk) {
        if (chunk == null) {
            return null;
        }
        byte[] bytes = chunk.bytes();
        int name = 0;
        while (name < bytes.length && bytes[name] != 0) {
            name++;
        }
        int start = Math.min(bytes.length, name + 2);
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start))) {
            profile.write(in.readNBytes(MOST_PROFILE));
        } catch (IOException e) {
            return new Blob(new byte[0]);
        }
        return new Blob(profile.toByteArray());
    }
}
