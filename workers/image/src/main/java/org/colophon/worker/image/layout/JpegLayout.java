package org.colophon.worker.image.layout;

import java.io.IOException;
import java.util.List;

/**
 * The segments of a JPEG (ITU-T T.81 Annex B) that say what it is; image data only as far as its end.
 *
 * @param frame the frame header, or null when there is none
 * @param density JFIF resolution, or null
 * @param adobeTransform colour transform of the Adobe segment (0 none, 1 YCbCr, 2 YCCK), -1 when there is none
 * @param exif TIFF structure of the Exif segment, or null
 * @param xmp the XMP packet, or null
 * @param icc the ICC profile put together from its parts, or null
 * @param trailing bytes after the end of the image, padding not counted
 */
public record JpegLayout(
        Frame frame, Density density, int adobeTransform, Blob exif, Blob xmp, Blob icc, long trailing, Flaw flaw)
        implements Layout {

    /**
     * Frame header.
     *
     * @param marker start-of-frame marker, 0xC0 to 0xCF
     * @param bits bits a sample
     * @param components component identifiers, in order
     */
    public record Frame(int marker, int bits, Extent extent, List<Integer> components) {}

    /**
     * JFIF resolution.
     *
     * @param unit 0 none (only an aspect ratio), 1 dots per inch, 2 dots per centimetre
     */
    public record Density(int unit, int x, int y) {}

    @Override
    public Format format() {
        return Format.JPEG;
    }

    @Override
    public int pages() {
        return 1;
    }

    static JpegLayout read(FileBytes bytes) throws IOException {
        return new JpegWalk(bytes).walk();
    }
}
