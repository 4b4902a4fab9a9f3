package org.colophon.worker.image.layout;

import java.io.IOException;
import java.util.Map;

/**
 * The chunks of a PNG (PNG, third edition, §5).
 *
 * @param header image header, or null when it is missing
 * @param density stored resolution, or null
 * @param icc the iCCP chunk's profile, still compressed after its name, or null
 * @param exif TIFF structure of the eXIf chunk, or null
 * @param xmp the XMP packet, or null
 * @param texts keywords and texts of the tEXt chunks
 * @param standardRgb whether an sRGB chunk says so
 */
public record PngLayout(
        Header header,
        Density density,
        Blob icc,
        Blob exif,
        Blob xmp,
        Map<String, String> texts,
        boolean standardRgb,
        Flaw flaw)
        implements Layout {

    /**
     * IHDR.
     *
     * @param bits bits a sample, or a palette index
     * @param colour 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
     */
    public record Header(Extent extent, int bits, int colour) {}

    /** pHYs: pixels a unit; the unit is the metre, or unknown. */
    public record Density(long x, long y, boolean metre) {}

    @Override
    public Format format() {
        return Format.PNG;
    }

    @Override
    public int pages() {
        return 1;
    }

    static PngLayout read(FileBytes bytes, boolean sums) throws IOException {
        return new PngWalk(bytes, sums).walk();
    }
}
