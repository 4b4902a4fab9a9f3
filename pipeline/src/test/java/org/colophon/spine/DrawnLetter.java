package org.colophon.spine;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A letter of two tiny pages in one TIFF, and a description of it. */
final class DrawnLetter {
    private DrawnLetter() {}

    /** Its files by their names; always the same bytes. */
    static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("letter.tif", tiff("Dear Ada", "Yours, Charles"));
        files.put("metadata.csv", "filename,dc.title,dc.language\n.,A letter,en\n".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static byte[] tiff(String... pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = writer();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (String page : pages) {
                writer.writeToSequence(new IIOImage(page(page), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage page(String text) {
        BufferedImage image = new BufferedImage(400, 120, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = image.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, 400, 120);
        paper.setColor(Color.BLACK);
        paper.setFont(new Font(Font.SERIF, Font.PLAIN, 40));
        paper.drawString(text, 40, 75);
        paper.dispose();
        return image;
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
