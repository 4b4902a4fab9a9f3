package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Terms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of PDF documents. */
class PdfPageTest {
    private static final byte[] JPEG = Scans.jpeg(Scans.colour(600, 800));

    @TempDir
    Path folder;

    private Examining scans;

    @BeforeEach
    void begin() {
        scans = new Examining(folder);
    }

    private Derived pageImage(Result.Examination examination) {
        assertThat(Examining.rejects(examination)).isEmpty();
        return Examining.derived(examination, Derived.Role.PAGE_IMAGE);
    }

    @Test
    void aJpegIsTakenOutByteForByteFromEachPage() throws IOException {
        byte[] other = Scans.jpeg(Scans.page(400, 300, BufferedImage.TYPE_BYTE_GRAY));
        byte[] pdf = PdfScans.document(document -> {
            PdfScans.addJpeg(document, JPEG, 144, 192);
            PdfScans.addJpeg(document, other, 144, 108);
        });
        assertThat(scans.inspect(pdf, "pdf").pages()).isEqualTo(2);
        Derived first = pageImage(scans.examine(pdf, 0, "pdf"));
        assertThat(first.file()).isEqualTo("page.jpg");
        assertThat(first.how()).isEqualTo("embedded JPEG taken out unchanged");
        assertThat(scans.outputs().resolve("page.jpg")).hasBinaryContent(JPEG);
        Files.delete(scans.outputs().resolve("page.jpg"));
        Result.Examination second = scans.examine(pdf, 1, "pdf");
        assertThat(scans.outputs().resolve(pageImage(second).file())).hasBinaryContent(other);
        assertThat(second.facts().width()).isEqualTo(400);
    }

    @Test
    void resolutionIsThatOfTheImageOnThePage() throws IOException {
        Result.Examination examination = scans.examine(PdfScans.oneJpeg(JPEG, 144, 192), "pdf");
        assertThat(examination.facts().xDpi()).isCloseTo(300, within(0.01));
        assertThat(examination.facts().yDpi()).isCloseTo(300, within(0.01));
        assertThat(Examining.rules(examination)).doesNotContain("no-resolution");
    }

    @Test
    void invisibleTextOverAScanDoesNotMakeItADrawing() throws IOException {
        byte[] pdf = PdfScans.document(
                document -> PdfScans.write(document, PdfScans.addJpeg(document, JPEG, 144, 192), "recognized", false));
        assertThat(pageImage(scans.examine(pdf, "pdf")).file()).isEqualTo("page.jpg");
    }

    @Test
    void textThatIsSeenOverAScanIsDrawnWithIt() throws IOException {
        byte[] pdf = PdfScans.document(
                document -> PdfScans.write(document, PdfScans.addJpeg(document, JPEG, 144, 192), "stamp", true));
        assertThat(pageImage(scans.examine(pdf, "pdf")).how()).isEqualTo("rendered at 300 dpi");
    }

    @Test
    void aPageOfTextIsDrawnInGreyAt300Dpi() throws IOException {
        Result.Examination examination = scans.examine(PdfScans.textOnly("To the reader"), "pdf");
        Derived page = pageImage(examination);
        assertThat(page.file()).isEqualTo("page.png");
        assertThat(page.width()).isEqualTo(1500);
        assertThat(page.height()).isEqualTo(600);
        assertThat(examination.facts().xDpi()).isEqualTo(300);
        assertThat(examination.facts().photometric()).isEqualTo("BlackIsZero");
        assertThat(scans.outputs().resolve("reading.jpg")).isNotEmptyFile();
    }

    @Test
    void aPageIsDrawnAtTheResolutionThatTheTermsName() throws IOException {
        Path pdf = Files.write(folder.resolve("pdf"), PdfScans.textOnly("To the reader"));
        Result.Examination examination = scans.examine(pdf, 0, "pdf", new Terms(List.of(), 150));
        assertThat(pageImage(examination).how()).isEqualTo("rendered at 150 dpi");
        assertThat(examination.facts().width()).isEqualTo(750);
        assertThat(examination.facts().xDpi()).isEqualTo(150);
    }

    @Test
    void whoMadeThePdfIsTakenForWhoMadeItsPages() throws IOException {
        byte[] pdf = PdfScans.document(document -> {
            PdfScans.addJpeg(document, JPEG, 144, 192);
            document.getDocumentInformation().setCreator("ScanStation 4");
            document.getDocumentInformation().setCustomMetadataValue("CreationDate", "D:20250304102030+01'00'");
        });
        assertThat(scans.examine(pdf, "pdf").facts().capture())
                .isEqualTo(new ImageFacts.Capture(null, null, "ScanStation 4", "2025-03-04T10:20:30"));
    }

    @Test
    void aBilevelImageComesOutLosslesslyAsBilevelPng() throws IOException {
        BufferedImage bilevel = Scans.page(300, 400, BufferedImage.TYPE_BYTE_BINARY);
        byte[] pdf = PdfScans.document(document -> PdfScans.addLossless(document, bilevel, 72, 96));
        Result.Examination examination = scans.examine(pdf, "pdf");
        assertThat(pageImage(examination).how()).isEqualTo("embedded image decoded losslessly to PNG");
        assertThat(examination.facts().bitsPerSample()).containsExactly(1);
        BufferedImage page = Rasters.read(scans.outputs().resolve("page.png"));
        assertThat(Rasters.differences(page, bilevel)).isZero();
    }

    @Test
    void aColourImageComesOutLosslessly() throws IOException {
        BufferedImage colour = Scans.colour(300, 400);
        byte[] pdf = PdfScans.document(document -> PdfScans.addLossless(document, colour, 72, 96));
        assertThat(pageImage(scans.examine(pdf, "pdf")).how()).startsWith("embedded image decoded losslessly");
        assertThat(Rasters.differences(Rasters.read(scans.outputs().resolve("page.png")), colour))
                .isZero();
    }

    @Test
    void aTurnedPageKeepsItsImageAndSaysHowToTurnIt() throws IOException {
        byte[] pdf = PdfScans.document(document -> {
            PDPage page = PdfScans.addJpeg(document, JPEG, 144, 192);
            page.setRotation(90);
        });
        Result.Examination examination = scans.examine(pdf, "pdf");
        assertThat(examination.facts().orientation()).isEqualTo(6);
        assertThat(pageImage(examination).width()).isEqualTo(600);
        Derived reading = Examining.derived(examination, Derived.Role.READING);
        assertThat(reading.width()).isEqualTo(800);
    }

    @Test
    void lockedAndActingDocumentsAreRefused() throws IOException {
        assertThat(Examining.rejects(scans.examine(PdfScans.encrypted(JPEG, "secret"), "pdf")))
                .containsExactly("encrypted");
        assertThat(Examining.rejects(scans.examine(PdfScans.encrypted(JPEG, ""), "pdf")))
                .containsExactly("encrypted");
        assertThat(Examining.rejects(scans.examine(PdfScans.withScript(JPEG), "pdf")))
                .containsExactly("pdf-script");
        assertThat(Examining.rejects(scans.examine(PdfScans.withLaunch(JPEG), "pdf")))
                .containsExactly("pdf-launch");
        assertThat(Examining.rejects(scans.examine(PdfScans.withXfa(JPEG), "pdf")))
                .containsExactly("pdf-xfa");
    }

    @Test
    void aPageTooLargeToDrawIsRefusedBeforeItIsDrawn() throws IOException {
        byte[] pdf = PdfScans.document(document -> document.addPage(new PDPage(new PDRectangle(14_000, 14_000))));
        Result.Examination examination = scans.examine(pdf, "pdf");
        assertThat(Examining.rejects(examination)).containsExactly("too-large");
        assertThat(examination.derived()).isEmpty();
    }

    @Test
    void aPageWhoseImageIsCutOffIsRefused() throws IOException {
        byte[] half = Arrays.copyOf(JPEG, JPEG.length / 2);
        Result.Examination examination = scans.examine(PdfScans.oneJpeg(half, 144, 192), "pdf");
        assertThat(Examining.rejects(examination)).containsExactly("truncated");
    }

    @Test
    void instructionsThatUnpackWithoutEndAreRefused() throws IOException {
        byte[] bomb = PdfScans.document(document -> {
            PDPage page = PdfScans.addJpeg(document, JPEG, 144, 192);
            PDStream content = new PDStream(document);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] spaces = new byte[1 << 20];
                Arrays.fill(spaces, (byte) ' ');
                for (int i = 0; i < 65; i++) {
                    out.write(spaces);
                }
            }
            page.setContents(content);
        });
        Result.Examination examination = scans.examine(bomb, "pdf");
        assertThat(Examining.rejects(examination)).containsExactly("damaged");
        assertThat(examination.findings().get(0).text()).contains("64 MiB");
    }

    @Test
    void instructionsPackedAsAnImageAreRefused() throws IOException {
        byte[] bomb = PdfScans.document(document -> {
            PDPage page = PdfScans.addJpeg(document, JPEG, 144, 192);
            PDStream content = new PDStream(document);
            content.getCOSObject().setItem(COSName.FILTER, COSName.DCT_DECODE);
            try (OutputStream out = content.getCOSObject().createRawOutputStream()) {
                out.write(JPEG);
            }
            page.setContents(content);
        });
        assertThat(Examining.rejects(scans.examine(bomb, "pdf"))).containsExactly("damaged");
    }
}
