package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Task.DeadlineException;
import org.colophon.worker.protocol.Task.RefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {
    @TempDir
    static Path folder;

    private static final DrawnPage LETTER = DrawnPage.letter();
    private static Bench bench;

    @BeforeAll
    static void open() throws Exception {
        bench = new Bench(folder);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void aTruncatedPngIsRefused() throws Exception {
        Path whole = Scan.png(folder.resolve("whole.png"), LETTER.image());

        assertRefused(cut(whole, 0.5), "damaged");
    }

    @Test
    void aTruncatedTiffIsRefused() throws Exception {
        Path whole = Scan.tiff(folder.resolve("whole.tif"), 1, "LZW", List.of(LETTER.image()));

        assertRefused(cut(whole, 0.5), "ends too early");
    }

    @Test
    void aTiffCutOffBeforeItsDirectoryIsRefused() throws Exception {
        byte[] directoryFarAway = {'I', 'I', 42, 0, 0, 0, 16, 0, 0, 0};

        assertRefused(Files.write(folder.resolve("header.tif"), directoryFarAway), "directory of pages");
    }

    @Test
    void aJpegOfNoiseAfterItsFirstBytesIsRefused() throws Exception {
        byte[] bytes = new byte[500];
        Arrays.fill(bytes, (byte) 'x');
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;

        assertRefused(Files.write(folder.resolve("noise.jpg"), bytes), "damaged");
    }

    @Test
    void aFileThatIsNoImageIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("letter.tif"), "Dear Sir,".getBytes(StandardCharsets.UTF_8));

        assertRefused(file, "no TIFF, JPEG or PNG");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        assertRefused(Files.createFile(folder.resolve("empty.jpg")), "no TIFF, JPEG or PNG");
    }

    @Test
    void aPageBeyondTheLastIsRefused() throws Exception {
        Path file = Scan.tiff(folder.resolve("one.tif"), 1, null, List.of(LETTER.image()));

        assertThatThrownBy(() -> bench.read(request(file, 1), Bench.PLENTY))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no page 2");
    }

    @Test
    void aPageOverThePixelLimitIsRefusedByItsHeader() throws Exception {
        Path file = Scan.png(folder.resolve("large.png"), LETTER.image());

        assertThatThrownBy(() -> bench.read(request(file, 0), new Limits(1000, 60_000)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("limits.pixels");
    }

    @Test
    void aSideLongerThanTheEngineCountsIsRefused() throws Exception {
        Path file = Scan.png(folder.resolve("scroll.png"), new BufferedImage(32_768, 1, BufferedImage.TYPE_BYTE_GRAY));

        assertRefused(file, "32767");
    }

    @Test
    void aMissingLanguageIsNamedWithTheFoldersAndThePackage() throws Exception {
        Path file = Scan.png(folder.resolve("missing.png"), LETTER.image());
        Request.Recognize request =
                new Request.Recognize(file.toString(), 0, 1, 300, List.of("eng", "zzz"), ReadingStep.ALL);

        assertThatThrownBy(() -> bench.read(request, Bench.PLENTY))
                .isInstanceOf(MissingModelException.class)
                .hasMessageContaining("'zzz'")
                .hasMessageContaining("/usr/share/tesseract-ocr/5/tessdata")
                .hasMessageContaining("tesseract-ocr-zzz");
    }

    @Test
    void aDamagedModelIsSaidToBe() throws Exception {
        Path models = Files.createDirectories(folder.resolve("models"));
        Files.write(models.resolve("zzz.traineddata"), new byte[100]);
        Path file = Scan.png(folder.resolve("model.png"), LETTER.image());
        try (Bench damaged = new Bench(folder, models)) {
            Request.Recognize request =
                    new Request.Recognize(file.toString(), 0, 1, 300, List.of("zzz"), ReadingStep.ALL);

            assertThatThrownBy(() -> damaged.read(request, Bench.PLENTY))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("zzz");
        }
    }

    @Test
    void aPageThatTakesTooLongIsStoppedAndTheNextIsRead() throws Exception {
        Path file = Scan.png(folder.resolve("slow.png"), LETTER.image());
        bench.read(file, 1);

        assertThatThrownBy(() -> bench.read(request(file, 0), new Limits(Bench.PLENTY.pixels(), 60)))
                .isInstanceOf(DeadlineException.class)
                .hasMessageContaining("ms");
        assertThat(Bench.plain(bench.read(file, 1))).isEqualTo(LETTER.text());
    }

    private static Request.Recognize request(Path file, int index) {
        return new Request.Recognize(file.toString(), index, 1, 300, List.of("eng"), ReadingStep.ALL);
    }

    private static Path cut(Path whole, double share) throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        return Files.write(
                whole.resolveSibling("cut-" + whole.getFileName()), Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    private static void assertRefused(Path file, String part) {
        assertThatThrownBy(() -> bench.read(file, 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(part);
    }
}
