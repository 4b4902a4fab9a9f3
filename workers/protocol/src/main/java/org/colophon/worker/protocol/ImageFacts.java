package org.colophon.worker.protocol;

import java.util.List;

/**
 * Technical metadata of one page image, from the image itself (the source of its MIX 2.0 record). For a page of a PDF
 * these are the facts of its page image. Anything the file does not state is null or empty.
 *
 * @param width pixels of the stored raster, before orientation
 * @param height pixels of the stored raster, before orientation
 * @param orientation TIFF/Exif orientation, 1 to 8; 1 when not stated
 * @param bitsPerSample one entry a sample, e.g. [8, 8, 8]
 * @param photometric MIX 2.0 colour space term: {@code WhiteIsZero BlackIsZero RGB PaletteColor CMYK YCbCr CIELab}
 * @param compression MIX 2.0 term, e.g. {@code Uncompressed}, {@code CCITT Group 4}, {@code LZW}, {@code JPEG},
 *     {@code Deflate}, {@code PackBits}
 * @param byteOrder {@code little endian} or {@code big endian}; null where it has no meaning
 * @param xDpi horizontal resolution, dots per inch; null when not stated
 * @param yDpi vertical resolution, dots per inch; null when not stated
 * @param resolutionUnit the unit as stored: {@code in.}, {@code cm} or {@code no absolute unit of measurement}
 * @param iccProfile description of the embedded ICC profile, or null
 * @param extraSamples number of samples beyond the colour space's own (alpha)
 * @param capture scanner and time, as recorded by the file
 */
public record ImageFacts(
        int width,
        int height,
        int orientation,
        List<Integer> bitsPerSample,
        String photometric,
        String compression,
        String byteOrder,
        Double xDpi,
        Double yDpi,
        String resolutionUnit,
        String iccProfile,
        int extraSamples,
        Capture capture) {

    public ImageFacts {
        bitsPerSample = List.copyOf(bitsPerSample);
    }

    /**
     * Who made the image and when.
     *
     * @param make manufacturer, or null
     * @param model model name, or null
     * @param software software name, or null
     * @param dateTime ISO 8601 local date and time, or null
     */
    public record Capture(String make, String model, String software, String dateTime) {}
}
