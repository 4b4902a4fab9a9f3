package org.colophon.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;

/** Writes JPEG with a JFIF density, a colour profile, and an Exif orientation where the page lay on its side. */
final class JpegFile {
    /** SOI and the JFIF segment of 18 bytes, which the JDK's writer always puts first. */
    private static final int JFIF_END = 20;

    private static final int DENSITY = 13;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;

    private JpegFile() {}

    static byte[] write(Scan page, float quality) throws IOException {
        byte[] plain = encode(page, quality);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteBuffer.wrap(plain, DENSITY, 5)
                .put((byte) 1)
                .putShort((short) Scanner.DPI)
                .putShort((short) Scanner.DPI);
        file.write(plain, 0, JFIF_END);
        if (page.turn() != Turn.NONE) {
            file.writeBytes(segment(APP1, exif(page.turn().orientation())));
        }
        file.writeBytes(segment(APP2, icc(page.tint().profile())));
        file.write(plain, JFIF_END, plain.length - JFIF_END);
        return file.toByteArray();
    }

    private static byte[] encode(Scan page, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = writer();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            var image = page.image();
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /** Exif 2.3 §4.5.4: a TIFF header and one directory with the one tag 274. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** ICC.1:1998-09 annex B.4: the profile in one piece. */
    private static byte[] icc(byte[] profile) {
        return ByteBuffer.allocate(14 + profile.length)
                .put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 1)
                .put(profile)
                .array();
    }

    private static ImageWriter writer() {
        for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName("jpeg"); all.hasNext(); ) {
            ImageWriter writer = all.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.plugins.jpeg.")) {
                return writer;
            }
        }
        throw new IllegalStateException("This Java has no JPEG writer: take a full JDK 17 or newer");
    }
}
