package org.colophon.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A sample file's pages read back, with the JDK's own readers. */
final class Decoded {
    private Decoded() {}

    /** All pages of a file; fails when one of them is not whole. */
    static List<BufferedImage> pages(Path file) throws IOException {
        return file.toString().endsWith(".pdf") ? ofPdf(file) : ofImage(file);
    }

    /** Mean difference of the samples of two files, grey levels of 255. */
    static double difference(Path one, Path other) throws IOException {
        List<BufferedImage> pages = pages(one);
        List<BufferedImage> others = pages(other);
        if (pages.size() != others.size()) {
            return Double.POSITIVE_INFINITY;
        }
        double worst = 0;
        for (int i = 0; i < pages.size(); i++) {
            worst = Math.max(worst, difference(pages.get(i), others.get(i)));
        }
        return worst;
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return Double.POSITIVE_INFINITY;
        }
        int width = one.getWidth();
        int scale = one.getSampleModel().getSampleSize(0) == 1 ? 255 : 1;
        long sum = 0;
        int[] row = new int[width];
        int[] otherRow = new int[width];
        for (int y = 0; y < one.getHeight(); y++) {
            one.getRaster().getSamples(0, y, width, 1, 0, row);
            other.getRaster().getSamples(0, y, width, 1, 0, otherRow);
            for (int x = 0; x < width; x++) {
                sum += (long) scale * Math.abs(row[x] - otherRow[x]);
            }
        }
        return (double) sum / width / one.getHeight();
    }

    private static List<BufferedImage> ofImage(Path file) throws IOException {
        String format = file.toString().endsWith(".tif") ? "tiff" : "jpeg";
        ImageReader reader = reader(format);
        List<BufferedImage> pages = new ArrayList<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(Files.newInputStream(file))) {
            reader.setInput(in);
            int count = reader.getNumImages(true);
            for (int i = 0; i < count; i++) {
                pages.add(reader.read(i));
            }
        } finally {
            reader.dispose();
        }
        return pages;
    }

    private static List<BufferedImage> ofPdf(Path file) throws IOException {
        List<BufferedImage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    pages.add(((PDImageXObject) page.getResources().getXObject(name)).getImage());
                }
            }
        }
        return pages;
    }

    private static ImageReader reader(String format) {
        for (Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(format); all.hasNext(); ) {
            ImageReader reader = all.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.plugins.")) {
                return reader;
            }
        }
        throw new IllegalStateException("This Java has no " + format + " reader: take a full JDK 17 or newer");
    }
}
