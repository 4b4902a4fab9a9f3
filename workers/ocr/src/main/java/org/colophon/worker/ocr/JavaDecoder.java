package org.colophon.worker.ocr;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.colophon.worker.protocol.Task.RefusedException;

/** Reads in Java what Leptonica cannot, or would hold in color, as stored, into 8-bit grey. Slower. */
final class JavaDecoder {
    private static final int BAND_PIXELS = 16_000_000;

    private JavaDecoder() {}

    /** The header of a JPEG or PNG. */
    static Header header(Format format, Path file) throws IOException, RefusedException {
        return with(format, file, reader -> new Header(format, reader.getWidth(0), reader.getHeight(0), false));
    }

    /** The pixels of one page, not turned by any orientation. */
    static Raster decode(Format format, Path file, int index) throws IOException, RefusedException {
        return with(format, file, reader -> inBands(reader, index));
    }

    /** A band of lines after the other, so that a page the size of a map is never held in color. */
    private static Raster inBands(ImageReader reader, int index) throws IOException {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        // Readers of JPEG and PNG decode from the top for each band; only a TIFF's strips stand for themselves.
        int lines = reader.getFormatName().equalsIgnoreCase("tiff") ? Math.max(1, BAND_PIXELS / width) : height;
        Raster raster = Raster.grey(width, height);
        try {
            for (int top = 0; top < height; top += lines) {
                ImageReadParam band = reader.getDefaultReadParam();
                band.setSourceRegion(new Rectangle(0, top, width, Math.min(lines, height - top)));
                grey(reader.read(index, band), raster, top);
            }
            return raster;
        } catch (IOException | RuntimeException e) {
            raster.close();
            throw e;
        }
    }

    private static <T> T with(Format format, Path file, Work<T> work) throws IOException, RefusedException {
        ImageReader reader = reader(format);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            return work.on(reader);
        } catch (IOException | RuntimeException e) {
            // Readers throw anything at damaged bytes. The file could be opened, so the fault is in what it holds.
            throw refused("The page's image", e);
        } finally {
            reader.dispose();
        }
    }

    /** What to say when a part of the file threw this. */
    static RefusedException refused(String part, Exception thrown) {
        String fault = "its parts do not fit together";
        if (thrown instanceof EOFException) {
            fault = "it ends too early";
        } else if (thrown instanceof IOException && thrown.getMessage() != null) {
            fault = thrown.getMessage();
        }
        return new RefusedException(part + " is damaged (" + fault + "): copy or scan it again.");
    }

    private static ImageReader reader(Format format) {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().equals(format.javaReader())) {
                return reader;
            }
            reader.dispose();
        }
        throw new IllegalStateException("the worker's class path lacks " + format.javaReader());
    }

    private static void grey(BufferedImage band, Raster into, int top) {
        byte[] line = new byte[band.getWidth()];
        for (int y = 0; y < band.getHeight(); y++) {
            if (isGrey(band)) {
                greySamples(band, y, line);
            } else {
                luminance(band, y, line);
            }
            into.setGreyLine(top + y, line);
        }
    }

    private static boolean isGrey(BufferedImage image) {
        return image.getRaster().getNumBands() == 1
                && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && (image.getSampleModel().getSampleSize(0) == 8
                        || image.getSampleModel().getSampleSize(0) == 16);
    }

    /** The samples themselves: Java would take them for linear light and brighten them. */
    private static void greySamples(BufferedImage image, int y, byte[] line) {
        int[] samples = image.getRaster().getSamples(0, y, line.length, 1, 0, (int[]) null);
        int shift = image.getSampleModel().getSampleSize(0) - 8;
        for (int x = 0; x < line.length; x++) {
            line[x] = (byte) (samples[x] >> shift);
        }
    }

    /** Luminance by ITU-R BT.601, blended onto white paper. */
    private static void luminance(BufferedImage image, int y, byte[] line) {
        int[] argb = image.getRGB(0, y, line.length, 1, null, 0, line.length);
        for (int x = 0; x < line.length; x++) {
            int pixel = argb[x];
            int alpha = pixel >>> 24;
            int grey = (299 * (pixel >> 16 & 0xFF) + 587 * (pixel >> 8 & 0xFF) + 114 * (pixel & 0xFF)) / 1000;
            line[x] = (byte) ((grey * alpha + 255 * (255 - alpha)) / 255);
        }
    }

    private interface Work<T> {
        T on(ImageReader reader) throws IOException;
    }
}
