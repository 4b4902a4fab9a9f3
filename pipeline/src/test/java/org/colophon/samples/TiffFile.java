package org.colophon.samples;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

/** Writes TIFF 6.0 with the JDK's own writer, chosen by its class: other libraries bring writers of the same name. */
final class TiffFile {
    private static final BaselineTIFFTagSet TAGS = BaselineTIFFTagSet.getInstance();
    private static final int ROWS_PER_STRIP = 256;

    private TiffFile() {}

    /** One file of one or several pages. */
    static byte[] write(List<Scan> pages, String compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = writer();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            writer.prepareWriteSequence(null);
            for (Scan page : pages) {
                BufferedImage image = page.image();
                writer.writeToSequence(new IIOImage(image, null, metadata(writer, param, image, page)), param);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata metadata(ImageWriter writer, ImageWriteParam param, BufferedImage image, Scan page)
            throws IOException {
        IIOMetadata blank = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(blank);
        long[][] resolution = {{Scanner.DPI, 1}};
        add(directory, BaselineTIFFTagSet.TAG_X_RESOLUTION, TIFFTag.TIFF_RATIONAL, 1, resolution);
        add(directory, BaselineTIFFTagSet.TAG_Y_RESOLUTION, TIFFTag.TIFF_RATIONAL, 1, resolution.clone());
        shorts(directory, BaselineTIFFTagSet.TAG_RESOLUTION_UNIT, BaselineTIFFTagSet.RESOLUTION_UNIT_INCH);
        shorts(directory, BaselineTIFFTagSet.TAG_ORIENTATION, page.turn().orientation());
        longs(directory, BaselineTIFFTagSet.TAG_ROWS_PER_STRIP, Math.min(ROWS_PER_STRIP, image.getHeight()));
        ascii(directory, BaselineTIFFTagSet.TAG_MAKE, "Colophon");
        ascii(directory, BaselineTIFFTagSet.TAG_MODEL, "Imagined flatbed");
        ascii(directory, BaselineTIFFTagSet.TAG_SOFTWARE, "Colophon sample scans");
        byte[] profile = page.tint().profile();
        if (profile.length > 0) {
            int tag = BaselineTIFFTagSet.TAG_ICC_PROFILE;
            add(directory, tag, TIFFTag.TIFF_UNDEFINED, profile.length, profile);
        }
        return directory.getAsMetadata();
    }

    private static void shorts(TIFFDirectory directory, int tag, int value) {
        add(directory, tag, TIFFTag.TIFF_SHORT, 1, new char[] {(char) value});
    }

    private static void longs(TIFFDirectory directory, int tag, long value) {
        add(directory, tag, TIFFTag.TIFF_LONG, 1, new long[] {value});
    }

    private static void ascii(TIFFDirectory directory, int tag, String value) {
        add(directory, tag, TIFFTag.TIFF_ASCII, 1, new String[] {value});
    }

    private static void add(TIFFDirectory directory, int tag, int type, int count, Object value) {
        directory.addTIFFField(new TIFFField(TAGS.getTag(tag), type, count, value));
    }

    private static ImageWriter writer() {
        for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName("tiff"); all.hasNext(); ) {
            ImageWriter writer = all.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.plugins.tiff.")) {
                return writer;
            }
        }
        throw new IllegalStateException("This Java has no TIFF writer: take a full JDK 17 or newer");
    }
}
