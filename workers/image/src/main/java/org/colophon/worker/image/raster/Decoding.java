package org.colophon.worker.image.raster;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.colophon.worker.image.measure.EdgeWidths;

/** One full decode of a page, every pixel, with the reader's warnings; what is kept of it is the page scaled down. */
final class Decoding {
    /** A raster that would take more than this part of the heap is decoded in bands. */
    private static final int HEAP_PARTS = 3;

    private static final int MOST_WARNINGS = 20;

    private final Set<String> warnings = new LinkedHashSet<>();
    private final Target target;
    private final Path pageImage;
    private Rows rows;
    private AreaAverage average;
    private EdgeWidths edges;
    private PagePng png;

    private Decoding(Target target, Path pageImage) {
        this.target = target;
        this.pageImage = pageImage;
    }

    /**
     * What a decode gave.
     *
     * @param edges what the rows of the full raster told of its sharpness
     * @param warnings of the reader, in order, none twice
     */
    record Decoded(Pixels pixels, ColorSpace space, boolean alpha, EdgeWidths edges, List<String> warnings) {}

    /**
     * Decodes one page, scaled down to a size.
     *
     * @param pageImage where to write it at its full size as well; null for nowhere
     * @throws Exception whatever the reader throws at broken bytes
     */
    static Decoded decode(Source source, Target target, Path pageImage) throws Exception {
        ImageReader reader = Readers.forFormat(source.format());
        Decoding decoding = new Decoding(target, pageImage);
        source.remarks().forEach(decoding::warned);
        try (ImageInputStream in = ImageIO.createImageInputStream(source.file().toFile())) {
            reader.addIIOReadWarningListener((from, warning) -> decoding.warned(warning));
            reader.setInput(in);
            decoding.bands(reader, source.index());
            return new Decoded(
                    decoding.average.pixels(),
                    decoding.rows.space(),
                    decoding.rows.alpha(),
                    decoding.edges,
                    List.copyOf(decoding.warnings));
        } finally {
            reader.dispose();
            if (decoding.png != null) {
                decoding.png.close();
            }
        }
    }

    private void warned(String warning) {
        if (warning != null && !Warnings.mistaken(warning) && warnings.size() < MOST_WARNINGS) {
            warnings.add(warning);
        }
    }

    private void bands(ImageReader reader, int index) throws IOException {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        if (width != target.sourceWidth() || height != target.sourceHeight()) {
            throw new IIOException("header and image data disagree about the size");
        }
        int bands = bandCount(reader, index, width, height);
        int most = (height - 1) / bands + 1;
        for (int top = 0; top < height; top += most) {
            ImageReadParam param = reader.getDefaultReadParam();
            int count = Math.min(most, height - top);
            if (bands > 1) {
                param.setSourceRegion(new Rectangle(0, top, width, count));
            }
            take(reader.read(index, param), width, count);
        }
        if (png != null) {
            png.finish();
        }
    }

    private static int bandCount(ImageReader reader, int index, int width, int height) throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(index);
        int bits = type == null ? 32 : Math.max(8, type.getColorModel().getPixelSize());
        long bytes = (long) width * height * bits / 8;
        long room = Runtime.getRuntime().maxMemory() / HEAP_PARTS;
        return (int) Math.min(height, bytes / room + 1);
    }

    private void take(BufferedImage band, int width, int height) throws IOException {
        if (band.getWidth() != width || band.getHeight() != height) {
            throw new IIOException("header and image data disagree about the size");
        }
        if (rows == null) {
            begin(band);
        }
        int[] row = new int[width * rows.samples()];
        for (int y = 0; y < height; y++) {
            rows.row(band, y, row);
            average.row(row);
            edges.row(row);
            if (png != null) {
                png.row(row);
            }
        }
    }

    private void begin(BufferedImage band) throws IOException {
        rows = Rows.of(band);
        average = new AreaAverage(
                target.sourceWidth(), target.sourceHeight(), target.width(), target.height(), rows.samples());
        edges = new EdgeWidths(target.sourceWidth(), target.sourceHeight(), rows.samples(), rows.alpha());
        if (pageImage != null) {
            png = new PagePng(pageImage, target, rows.samples(), rows.space(), rows.alpha());
        }
    }
}
