package org.colophon.worker.image.layout;

import java.io.IOException;
import java.util.List;

/**
 * A GIF, BMP or WebP: one header, a little metadata, image data.
 *
 * @param header null when it is missing
 * @param density resolution, or null
 * @param icc the ICC profile, or null
 * @param exif TIFF structure of the Exif part, or null
 * @param xmp the XMP packet, or null
 * @param frames pictures in it; more than one is a moving image
 */
public record SimpleLayout(
        Format format, Header header, Density density, Blob icc, Blob exif, Blob xmp, int frames, Flaw flaw)
        implements Layout {

    /**
     * What the image data are.
     *
     * @param bits of each sample, or of an index into the palette
     * @param photometric MIX 2.0 term
     * @param compression MIX 2.0 term
     * @param alpha samples that are no colour
     */
    public record Header(Extent extent, List<Integer> bits, String photometric, String compression, int alpha) {
        public Header {
            bits = List.copyOf(bits);
        }
    }

    /** Pixels a metre. */
    public record Density(long x, long y) {}

    @Override
    public int pages() {
        return 1;
    }

    static SimpleLayout read(Format format, FileBytes bytes) throws IOException {
        return switch (format) {
            case GIF -> new GifWalk(bytes).walk();
            case BMP -> BmpHeader.read(bytes);
            case WEBP -> new WebpWalk(bytes).walk();
            default -> throw new IllegalArgumentException(format + " has a layout of its own");
        };
    }
}
