package org.colophon.samples;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * One file of an object.
 *
 * @param path inside the object's folder, with slashes
 * @param broken whether its transfer is to end before the file does
 */
record SampleFile(String path, Format format, List<Scan> pages, boolean broken) {
    private static final float QUALITY = 0.72f;
    /** How much of a broken file arrived. */
    private static final double ARRIVED = 0.55;

    SampleFile {
        pages = List.copyOf(pages);
    }

    static SampleFile of(String path, Format format, Scan page) {
        return new SampleFile(path, format, List.of(page), false);
    }

    /** How pages are written down. */
    enum Format {
        TIFF_LZW,
        TIFF_DEFLATE,
        TIFF_GROUP4,
        JPEG,
        PDF
    }

    byte[] bytes() throws IOException {
        byte[] whole =
                switch (format) {
                    case TIFF_LZW -> TiffFile.write(pages, "LZW");
                    case TIFF_DEFLATE -> TiffFile.write(pages, "ZLib");
                    case TIFF_GROUP4 -> TiffFile.write(pages, "CCITT T.6");
                    case JPEG -> JpegFile.write(pages.get(0), QUALITY);
                    case PDF -> PdfFile.write(pages, QUALITY);
                };
        return broken ? Arrays.copyOf(whole, (int) (whole.length * ARRIVED)) : whole;
    }
}
