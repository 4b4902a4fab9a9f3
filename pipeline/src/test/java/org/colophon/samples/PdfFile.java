package org.colophon.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Writes a PDF as scanning software does: a JPEG a page, filling it, and no text. */
final class PdfFile {
    private static final float POINTS_PER_PIXEL = 72f / Scanner.DPI;

    private PdfFile() {}

    static byte[] write(List<Scan> pages, float quality) throws IOException {
        try (PDDocument document = new PDDocument()) {
            // Without it the file's ID would be drawn from the clock.
            document.setDocumentId(1L);
            for (Scan page : pages) {
                PDImageXObject image = JPEGFactory.createFromByteArray(document, JpegFile.write(page, quality));
                float width = image.getWidth() * POINTS_PER_PIXEL;
                float height = image.getHeight() * POINTS_PER_PIXEL;
                PDPage leaf = new PDPage(new PDRectangle(width, height));
                document.addPage(leaf);
                try (PDPageContentStream content = new PDPageContentStream(document, leaf)) {
                    content.drawImage(image, 0, 0, width, height);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
