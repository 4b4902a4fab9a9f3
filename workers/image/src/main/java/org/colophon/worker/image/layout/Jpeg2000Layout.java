package org.colophon.worker.image.layout;

import java.io.IOException;
import java.util.List;

/**
 * A JPEG 2000 file (ISO/IEC 15444-1 Annex I) or bare codestream (Annex A).
 *
 * @param boxed false for a bare codestream
 * @param codestream what the image data say of themselves; null when they do not
 * @param colour what the header boxes say of the colours; all absent for a bare codestream
 * @param density resolution of capture, or else of display, pixels a metre; null when there is none
 * @param exif TIFF structure of the Exif box, or null
 * @param xmp the XMP packet, or null
 */
public record Jpeg2000Layout(
        boolean boxed, Codestream codestream, Colour colour, Density density, Blob exif, Blob xmp, Flaw flaw)
        implements Layout {

    /**
     * SIZ and COD markers.
     *
     * @param bits bits of each component
     * @param subsampled whether a component has fewer samples than the page has pixels
     * @param reversible whether the wavelet is the one that loses nothing
     */
    public record Codestream(Extent extent, List<Integer> bits, boolean subsampled, boolean reversible) {
        public Codestream {
            bits = List.copyOf(bits);
        }
    }

    /**
     * Colour, palette and channel boxes.
     *
     * @param enumerated number of the colour space (§I.5.3.3: 16 sRGB, 17 grey, 18 sYCC), 0 when none is stated
     * @param icc the profile, or null
     * @param palette bits of each column of the palette, empty when there is none
     * @param opacities channels that are no colour
     */
    public record Colour(int enumerated, Blob icc, List<Integer> palette, int opacities) {
        public Colour {
            palette = List.copyOf(palette);
        }
    }

    /** Pixels a metre. */
    public record Density(double x, double y) {}

    @Override
    public Format format() {
        return Format.JPEG_2000;
    }

    @Override
    public int pages() {
        return 1;
    }

    static Jpeg2000Layout read(FileBytes bytes) throws IOException {
        return new Jpeg2000Walk(bytes).walk();
    }
}
