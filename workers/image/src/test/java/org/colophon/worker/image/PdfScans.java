package org.colophon.worker.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/** PDF documents for the tests, as bytes. */
final class PdfScans {
    private PdfScans() {}

    /** Makes a document. */
    interface Drawing {
        void on(PDDocument document) throws IOException;
    }

    static byte[] document(Drawing drawing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            drawing.on(document);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One page, all of it this JPEG; its size in points. */
    static byte[] oneJpeg(byte[] jpeg, float width, float height) {
        return document(document -> addJpeg(document, jpeg, width, height));
    }

    static PDPage addJpeg(PDDocument document, byte[] jpeg, float width, float height) throws IOException {
        return add(document, JPEGFactory.createFromStream(document, new ByteArrayInputStream(jpeg)), width, height);
    }

    static PDPage addLossless(PDDocument document, BufferedImage image, float width, float height) throws IOException {
        return add(document, LosslessFactory.createFromImage(document, image), width, height);
    }

    private static PDPage add(PDDocument document, PDImageXObject image, float width, float height) throws IOException {
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, width, height);
        }
        return page;
    }

    /** Writes a line over a page, to be seen or not. */
    static void write(PDDocument document, PDPage page, String text, boolean visible) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.beginText();
            content.setRenderingMode(visible ? RenderingMode.FILL : RenderingMode.NEITHER);
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
            content.newLineAtOffset(20, 50);
            content.showText(text);
            content.endText();
        }
    }

    static byte[] textOnly(String text) {
        return document(document -> {
            PDPage page = new PDPage(new PDRectangle(360, 144));
            document.addPage(page);
            write(document, page, text, true);
        });
    }

    static byte[] encrypted(byte[] jpeg, String password) {
        return document(document -> {
            addJpeg(document, jpeg, 100, 100);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    static byte[] withScript(byte[] jpeg) {
        return document(document -> {
            addJpeg(document, jpeg, 100, 100);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hello')"));
        });
    }

    static byte[] withLaunch(byte[] jpeg) {
        return document(document -> {
            addJpeg(document, jpeg, 100, 100);
            document.getDocumentCatalog().setOpenAction(new PDActionLaunch());
        });
    }
}
