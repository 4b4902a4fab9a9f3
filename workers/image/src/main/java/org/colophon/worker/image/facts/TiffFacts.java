package org.colophon.worker.image.facts;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.colophon.worker.image.layout.Blob;
import org.colophon.worker.image.layout.FileBytes;
import org.colophon.worker.image.layout.Ifd;
import org.colophon.worker.image.layout.Tag;
import org.colophon.worker.image.layout.TiffLayout;

/** Facts of one page of a TIFF, from its directory. */
final class TiffFacts {
    private static final int MOST_SAMPLES = 64;
    private static final int MOST_PROFILE = 16 << 20;
    private static final int MOST_XMP = 1 << 20;

    private TiffFacts() {}

    static Facts.Measured of(FileBytes bytes, TiffLayout tiff, int index) throws IOException {
        Ifd ifd = tiff.ifds().get(index);
        Exif exif = Exif.of(bytes, ifd, tiff.order());
        return new Facts.Measured(
                tiff.extent(bytes, index),
                bits(bytes, ifd),
                photometric((int) ifd.number(bytes, Tag.PHOTOMETRIC, -1)),
                compression((int) ifd.number(bytes, Tag.COMPRESSION, 1)),
                tiff.order() == ByteOrder.LITTLE_ENDIAN ? "little endian" : "big endian",
                (int) Math.min(MOST_SAMPLES, ifd.count(Tag.EXTRA_SAMPLES)),
                blob(ifd.raw(bytes, Tag.ICC_PROFILE, MOST_PROFILE)),
                null,
                exif.orientation(),
                exif.resolution(),
                exif.capture().or(Xmp.of(blob(ifd.raw(bytes, Tag.XMP, MOST_XMP)))));
    }

    private static Blob blob(byte[] raw) {
        return raw == null ? null : new Blob(raw);
    }

    private static List<Integer> bits(FileBytes bytes, Ifd ifd) throws IOException {
        long samples = Math.max(1, Math.min(MOST_SAMPLES, ifd.number(bytes, Tag.SAMPLES_PER_PIXEL, 1)));
        long stated = ifd.count(Tag.BITS_PER_SAMPLE);
        List<Integer> bits = new ArrayList<>();
        for (long i = 0; i < samples; i++) {
            // Some writers state the depth once for all samples; the default is one bit (TIFF 6.0 §8)
            bits.add(stated == 0 ? 1 : (int) ifd.nth(bytes, Tag.BITS_PER_SAMPLE, Math.min(i, stated - 1)));
        }
        return bits;
    }

    private static String photometric(int value) {
        return switch (value) {
            case 0 -> "WhiteIsZero";
            case 1 -> "BlackIsZero";
            case 2 -> "RGB";
            case 3 -> "PaletteColor";
            case 4 -> "TransparencyMask";
            case 5 -> "CMYK";
            case 6 -> "YCbCr";
            case 8 -> "CIELab";
            case 9 -> "ICCLab";
            default -> null;
        };
    }

    private static String compression(int value) {
        return switch (value) {
            case 1 -> "Uncompressed";
            case 2 -> "CCITT 1D";
            case 3 -> "CCITT Group 3";
            case 4 -> "CCITT Group 4";
            case 5 -> "LZW";
            case 6 -> "old-style JPEG";
            case 7 -> "JPEG";
            case 8, 32946 -> "Deflate";
            case 32773 -> "PackBits";
            default -> "unknown (" + value + ")";
        };
    }
}
