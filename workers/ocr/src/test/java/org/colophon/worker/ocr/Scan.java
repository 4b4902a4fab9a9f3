package org.colophon.worker.ocr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageOutputStream;

/** Writes pages as files of the kinds that scanners make. */
final class Scan {
    private Scan() {}

    /** A multi-page TIFF; compression by the JDK's names, e.g. {@code CCITT T.6}, or null. */
    static Path tiff(Path file, int orientation, String compression, List<BufferedImage> pages) throws IOException {
        return tiff(file, BaselineTIFFTagSet.TAG_ORIENTATION, orientation, compression, pages);
    }

    /** A TIFF whose highest sample is black. */
    static Path whiteIsZeroTiff(Path file, BufferedImage page) throws IOException {
        int tag = BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION;
        int whiteIsZero = BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_WHITE_IS_ZERO;
        return tiff(file, tag, whiteIsZero, null, List.of(page));
    }

    private static Path tiff(Path file, int tag, int value, String compression, List<BufferedImage> pages)
            throws IOException {
        ImageWriter writer = writer("tiff");
        ImageWriteParam how = writer.getDefaultWriteParam();
        if (compression != null) {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(compression);
        }
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                IIOMetadata plain = writer.getDefaultImageMetadata(new ImageTypeSpecifier(page), how);
                TIFFDirectory directory = TIFFDirectory.createFromMetadata(plain);
                directory.addTIFFField(
                        new TIFFField(BaselineTIFFTagSet.getInstance().getTag(tag), value));
                writer.writeToSequence(new IIOImage(page, null, directory.getAsMetadata()), how);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** A grey JPEG that also states its orientation, by an Exif segment. */
    static Path jpeg(Path file, int orientation, BufferedImage page) throws IOException {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            18,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return Files.write(file, withSegment(encode("jpeg", new IIOImage(page, null, null)), exif));
    }

    /**
     * A JPEG in four inks, as a print shop's scanner makes it: all black in the fourth.
     *
     * @param adobe with Adobe's segment, and so with inverted samples; else 255 is full ink
     */
    static Path cmykJpeg(Path file, boolean adobe, BufferedImage page) throws IOException {
        WritableRaster inks =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, page.getWidth(), page.getHeight(), 4, null);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int black = 255 - page.getRaster().getSample(x, y, 0);
                int[] sample = adobe ? new int[] {255, 255, 255, 255 - black} : new int[] {0, 0, 0, black};
                inks.setPixel(x, y, sample);
            }
        }
        byte[] jpeg = encode("jpeg", new IIOImage(inks, null, null));
        byte[] segment = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return Files.write(file, adobe ? withSegment(jpeg, segment) : jpeg);
    }

    static Path png(Path file, BufferedImage page) throws IOException {
        return Files.write(file, encode("png", new IIOImage(page, null, null)));
    }

    /** The page in another kind of pixels, e.g. {@link BufferedImage#TYPE_USHORT_GRAY}; samples are scaled, not gamma'd. */
    static BufferedImage as(int type, BufferedImage page) {
        BufferedImage other = new BufferedImage(page.getWidth(), page.getHeight(), type);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int grey = page.getRaster().getSample(x, y, 0);
                switch (type) {
                    case BufferedImage.TYPE_USHORT_GRAY -> other.getRaster().setSample(x, y, 0, grey * 257);
                    case BufferedImage.TYPE_BYTE_BINARY -> other.getRaster().setSample(x, y, 0, grey > 127 ? 1 : 0);
                    // Black ink on nothing: what is not ink is transparent black.
                    case BufferedImage.TYPE_INT_ARGB -> other.setRGB(x, y, (255 - grey) << 24);
                    default -> other.setRGB(x, y, 0xFF000000 | grey << 16 | grey << 8 | grey);
                }
            }
        }
        return other;
    }

    private static byte[] encode(String format, IIOImage image) throws IOException {
        ImageWriter writer = writer(format);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] withSegment(byte[] jpeg, byte[] segment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(segment, 0, segment.length);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static ImageWriter writer(String format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IllegalStateException("the JDK has no writer for " + format);
    }
}
