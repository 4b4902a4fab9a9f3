package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.colophon.worker.protocol.Check;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdict over a page, and what stands in it. */
class ExaminationTest {
    @TempDir
    Path folder;

    private Examining scans;

    @BeforeEach
    void begin() {
        scans = new Examining(folder);
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    @Test
    void aGoodScanIsIdentifiedCheckedMeasuredAndDerived() throws IOException {
        Result.Examination examination = scans.examine(Scans.tiff("LZW", Scans.colour(900, 1200)), "tif");
        assertThat(examination.refused()).isFalse();
        assertThat(examination.identification().puid()).isEqualTo("fmt/353");
        assertThat(examination.identification().mime()).isEqualTo("image/tiff");
        assertThat(examination.facts().width()).isEqualTo(900);
        assertThat(examination.derived()).hasSize(2);
        assertThat(examination.checks().stream().map(Check::agent))
                .contains("DROID", "Apache Tika", "Colophon image worker", "TwelveMonkeys ImageIO")
                .anyMatch(agent -> agent.startsWith("JHOVE TIFF-hul"));
        assertThat(examination.checks().stream().map(Check::type))
                .contains("format identification", "validation", "metadata extraction");
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        BufferedImage page = Scans.colour(300, 400);
        assertThat(Examining.rejects(scans.examine(half(Scans.jpeg(page)), "jpg")))
                .containsExactly("truncated");
        assertThat(Examining.rejects(scans.examine(half(Scans.png(page)), "png")))
                .containsExactly("truncated");
        assertThat(Examining.rejects(scans.examine(half(Scans.tiff(null, page)), "tif")))
                .containsExactly("truncated");
        byte[] pdf = PdfScans.oneJpeg(Scans.jpeg(page), 100, 100);
        assertThat(Examining.rejects(scans.examine(half(pdf), "pdf"))).containsExactly("truncated");
    }

    @Test
    void anEmptyFileIsRefusedAsEmpty() throws IOException {
        for (String extension : List.of("tif", "jpg", "png", "pdf")) {
            Result.Examination examination = scans.examine(new byte[0], extension);
            assertThat(Examining.rejects(examination)).containsExactly("empty");
            assertThat(examination.identification()).isNull();
        }
    }

    @Test
    void aNameThatLiesIsWarnedOfWithWhatTheFileIsAndThePageLookedAtAllTheSame() throws IOException {
        BufferedImage page = Scans.colour(30, 40);
        byte[][] files = {
            Scans.jpeg(page), Scans.png(page), Scans.tiff(null, page), PdfScans.oneJpeg(Scans.jpeg(page), 100, 100)
        };
        List<String> names = List.of("tif", "jpg", "pdf", "png");
        List<String> truths = List.of("JPEG image", "PNG image", "TIFF image", "PDF document");
        for (int i = 0; i < files.length; i++) {
            Result.Examination examination = scans.examine(files[i], names.get(i));
            assertThat(Examining.rejects(examination)).isEmpty();
            assertThat(examination.findings().get(0).rule()).isEqualTo("wrong-extension");
            assertThat(examination.findings().get(0).level()).isEqualTo(Finding.Level.WARN);
            assertThat(examination.findings().get(0).text()).contains(truths.get(i), "." + names.get(i));
            assertThat(Examining.derived(examination, Derived.Role.READING).width())
                    .isPositive();
        }
    }

    @Test
    void aTextNamedAsImageIsNoImage() throws IOException {
        byte[] text = "Dear Sir, I have the honour".getBytes(StandardCharsets.UTF_8);
        Result.Examination examination = scans.examineTaking(text, "tif", "UNKNOWN");
        assertThat(Examining.rejects(examination)).containsExactly("not-an-image");
        assertThat(examination.findings().get(0).text()).contains("text/plain");
    }

    @Test
    void otherImageFormatsAreNamedAndRefused() throws IOException {
        byte[] gif = "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1);
        byte[] webp = "RIFF\20\0\0\0WEBPVP8 \0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] heic = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        byte[] psd = "8BPS\0\1\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] dng = RawTiff.grey(8, 8).with(50706, new byte[] {1, 4, 0, 0}).bytes();
        List<byte[]> files = List.of(gif, webp, heic, psd, dng);
        List<String> labels = List.of("GIF", "WebP", "HEIC", "Photoshop", "DNG");
        for (int i = 0; i < files.size(); i++) {
            Result.Examination examination = scans.examine(files.get(i), "tif");
            assertThat(Examining.rejects(examination)).containsExactly("format-not-accepted");
            assertThat(examination.facts()).isNull();
            assertThat(examination.findings().get(0).text())
                    .contains(labels.get(i), "TIFF, JPEG, JPEG 2000, PNG or PDF");
        }
    }

    @Test
    void aHugeHeaderIsRefusedBeforeAnythingIsDecoded() throws IOException {
        Result.Examination examination = scans.examine(Scans.forgedPng(70_000, 70_000), "png");
        assertThat(Examining.rejects(examination)).containsExactly("too-large");
        assertThat(examination.findings().get(0).text()).contains("70000 × 70000", "100000000");
    }

    @Test
    void aPngWhoseHeaderPromisesMoreThanItHoldsIsDamaged() throws IOException {
        assertThat(Examining.rejects(scans.examine(Scans.forgedPng(500, 500), "png")))
                .containsExactly("damaged");
    }

    @Test
    void aPngChunkWithAWrongSumIsDamage() throws IOException {
        byte[] png = Scans.png(Scans.colour(300, 400));
        png[png.length / 2] ^= 1;
        assertThat(Examining.rejects(scans.examine(png, "png"))).containsExactly("damaged");
    }

    @Test
    void aJpegWithAHoleInItsDataIsDamaged() throws IOException {
        byte[] jpeg = Scans.jpeg(Scans.colour(800, 1000));
        Arrays.fill(jpeg, jpeg.length / 2, jpeg.length / 2 + 2000, (byte) 0);
        Result.Examination examination = scans.examine(jpeg, "jpg");
        assertThat(Examining.rejects(examination)).containsExactly("damaged");
        assertThat(examination.derived()).isEmpty();
    }

    @Test
    void aTiffWithBrokenCompressionIsDamaged() throws IOException {
        byte[] tiff = Scans.tiff("Deflate", Scans.colour(300, 400));
        Arrays.fill(tiff, 60, 200, (byte) 0x55);
        Result.Examination examination = scans.examine(tiff, "tif");
        assertThat(examination.refused()).isTrue();
    }

    @Test
    void everyPageOfATiffIsExaminedByItself() throws IOException {
        byte[] tiff = Scans.tiff("LZW", Scans.colour(100, 200), Scans.colour(300, 100), Scans.colour(50, 60));
        assertThat(scans.examine(tiff, 0, "tif").facts().width()).isEqualTo(100);
        assertThat(scans.examine(tiff, 1, "tif").facts().width()).isEqualTo(300);
        assertThat(scans.examine(tiff, 2, "tif").facts().height()).isEqualTo(60);
        assertThat(Examining.rejects(scans.examine(tiff, 3, "tif"))).containsExactly("damaged");
    }

    @Test
    void bytesAfterAJpegAreMentioned() throws IOException {
        byte[] jpeg = Scans.jpeg(Scans.colour(100, 100));
        byte[] two = Arrays.copyOf(jpeg, jpeg.length * 2);
        System.arraycopy(jpeg, 0, two, jpeg.length, jpeg.length);
        Result.Examination examination = scans.examine(two, "jpg");
        assertThat(examination.refused()).isFalse();
        assertThat(Examining.rules(examination)).contains("trailing-bytes");
    }

    @Test
    void refusalsComeBeforeNotes() throws IOException {
        Result.Examination examination = scans.examine(Scans.forgedPng(70_000, 70_000), "png");
        assertThat(examination.findings().stream().map(Finding::level))
                .startsWith(Finding.Level.REJECT)
                .endsWith(Finding.Level.NOTE);
    }

    @Test
    void aLastStripOfFewerRowsIsNoDamage() throws IOException {
        Result.Examination examination = scans.examine(Scans.tiff(null, Scans.colour(1000, 1003)), "tif");
        assertThat(Examining.rules(examination)).containsExactly("no-resolution");
    }
}
