package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full is no fault of the scan. */
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final BufferedImage PAGE = Scans.colour(60, 40);

    @TempDir
    Path folder;

    private Examining scans;

    @BeforeEach
    void begin() throws IOException {
        assumeTrue(Files.exists(FULL), "there is no /dev/full here");
        scans = new Examining(folder);
        Files.createDirectory(scans.outputs());
    }

    private void failsWithoutRoomFor(String output, byte[] scan, String extension) throws IOException {
        Path link = Files.createSymbolicLink(scans.outputs().resolve(output), FULL);
        assertThatThrownBy(() -> scans.examineTaking(scan, extension, "gif"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        Files.delete(link);
    }

    @Test
    void noScanIsRefusedForIt() throws IOException {
        failsWithoutRoomFor("page.png", Scans.gif(PAGE), "gif");
        failsWithoutRoomFor("reading.jpg", Scans.png(PAGE), "png");
    }

    @Test
    void noPdfIsRefusedForIt() throws IOException {
        byte[] jpeg = PdfScans.document(document -> PdfScans.addJpeg(document, Scans.jpeg(PAGE), 72, 48));
        failsWithoutRoomFor("page.jpg", jpeg, "pdf");
        failsWithoutRoomFor("reading.jpg", jpeg, "pdf");
        byte[] drawn = PdfScans.document(document -> document.addPage(new PDPage(new PDRectangle(72, 48))));
        failsWithoutRoomFor("page.png", drawn, "pdf");
    }
}
