package org.colophon.worker.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
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

    /** One JPEG page in a PDF that claims to be this part of PDF/A. */
    static byte[] claiming(byte[] jpeg, String part, String conformance) {
        String packet = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='' xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'><pdfaid:part>" + part
                + "</pdfaid:part><pdfaid:conformance>" + conformance + "</pdfaid:conformance></rdf:Description>"
                + "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
        return document(document -> {
            addJpeg(document, jpeg, 100, 100);
            addJpeg(document, jpeg, 100, 100);
            document.getDocumentCatalog()
                    .setMetadata(new PDMetadata(
                            document, new ByteArrayInputStream(packet.getBytes(StandardCharsets.UTF_8))));
        });
    }

    /** So many empty pages of a stamp's size. */
    static byte[] pages(int count) {
        return document(document -> {
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage(new PDRectangle(24, 24)));
            }
        });
    }

    /** A page and another file beside it. */
    static byte[] withEmbeddedFile(byte[] jpeg) {
        return document(document -> {
            addJpeg(document, jpeg, 100, 100);
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("notes.txt");
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'x'})));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("notes.txt", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
        });
    }

    static byte[] withXfa(byte[] jpeg) {
        return document(document -> {
            addJpeg(document, jpeg, 100, 100);
            COSDictionary form = new COSDictionary();
            form.setItem(COSName.XFA, new COSArray());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
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
