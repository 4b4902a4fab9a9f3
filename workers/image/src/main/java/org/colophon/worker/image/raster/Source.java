package org.colophon.worker.image.raster;

import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.image.Versions;
import org.colophon.worker.image.layout.Format;

/**
 * What a page's pixels are read from.
 *
 * @param format of the file; decides which reader may touch it
 * @param index which page of the file, from 0
 * @param agent whose decoding it is, for provenance
 * @param version of the agent
 * @param remarks what was said against the image data already
 * @param pageImage how the page becomes a PNG for text recognition; null where that reads the file itself
 */
public record Source(
        Path file, Format format, int index, String agent, String version, List<String> remarks, String pageImage) {
    private static final String DECODED = " decoded to PNG, 8 bits a sample, in grey or sRGB";

    public Source {
        remarks = List.copyOf(remarks);
    }

    /** A page of an image file that one of our readers reads. */
    public static Source of(Path file, Format format, int index) {
        return switch (format) {
            case TIFF, JPEG ->
                new Source(file, format, index, "TwelveMonkeys ImageIO", twelveMonkeys(), List.of(), null);
            case WEBP ->
                new Source(file, format, index, "TwelveMonkeys ImageIO", twelveMonkeys(), List.of(), "WebP" + DECODED);
            case PNG -> new Source(file, format, index, "Java Image I/O", java(), List.of(), null);
            case GIF, BMP ->
                new Source(file, format, index, "Java Image I/O", java(), List.of(), format.name() + DECODED);
            default -> throw new IllegalArgumentException("no reader for " + format);
        };
    }

    /** A page that another program decoded to a TIFF. */
    public static Source decodedBy(String agent, String version, Path tiff, List<String> remarks, String name) {
        return new Source(tiff, Format.TIFF, 0, agent, version, remarks, name + DECODED);
    }

    private static String twelveMonkeys() {
        return Versions.of("twelvemonkeys");
    }

    private static String java() {
        return System.getProperty("java.version");
    }
}
