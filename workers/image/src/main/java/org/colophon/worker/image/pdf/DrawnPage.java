package org.colophon.worker.image.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.colophon.worker.image.layout.Extent;

/** Draws a page that is not just one image. */
final class DrawnPage {
    private static final int POINTS = 72;

    private DrawnPage() {}

    /** The size that drawing at so many dots per inch would take, before it is done; pixels. */
    static Extent extent(PDPage page, int dpi) {
        PDRectangle box = page.getCropBox();
        return new Extent(pixels(box.getWidth(), dpi), pixels(box.getHeight(), dpi));
    }

    private static long pixels(float points, int dpi) {
        return (long) Math.ceil((double) points * dpi / POINTS);
    }

    /** Writes {@code page.png}, upright, grey when the page has no colour. */
    static PageImage write(PDDocument document, int index, int dpi, Path outputs) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        BufferedImage drawn = renderer.renderImageWithDPI(index, dpi, ImageType.RGB);
        Path file = outputs.resolve("page.png");
        PngFile.write(colourless(drawn) ? grey(drawn) : drawn, file);
        return new PageImage(file, "image/png", 1, "rendered at " + dpi + " dpi", (double) dpi);
    }

    private static boolean colourless(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int colour : row) {
                int blue = colour & 0xff;
                if (((colour >> 8) & 0xff) != blue || ((colour >> 16) & 0xff) != blue) {
                    return false;
                }
            }
        }
        return true;
    }

    /** By copying numbers: Java's own conversion to grey would change them. */
    private static BufferedImage grey(BufferedImage image) {
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                row[x] &= 0xff;
            }
            grey.getRaster().setPixels(0, y, row.length, 1, row);
        }
        return grey;
    }
}
