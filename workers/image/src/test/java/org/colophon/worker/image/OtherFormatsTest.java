package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats that are only taken where the standard names them. */
class OtherFormatsTest {
    private static final BufferedImage PAGE = Scans.colour(160, 120);

    @TempDir
    Path folder;

    private Examining scans;

    @BeforeEach
    void begin() {
        scans = new Examining(folder);
    }

    private BufferedImage pageImage(Result.Examination examination) throws IOException {
        assertThat(Examining.rejects(examination)).isEmpty();
        Derived page = Examining.derived(examination, Derived.Role.PAGE_IMAGE);
        assertThat(page.mime()).isEqualTo("image/png");
        assertThat(page.how()).contains("decoded to PNG");
        return Rasters.read(scans.outputs().resolve(page.file()));
    }

    @Test
    void aBitmapThatIsNamedIsDecoded() throws IOException {
        byte[] bmp = Scans.bmp(PAGE);
        assertThat(Examining.rejects(scans.examine(bmp, "bmp"))).containsExactly("format-not-accepted");
        Result.Examination examination = scans.examineTaking(bmp, "bmp", "GIF", "BMP");
        assertThat(Rasters.differences(pageImage(examination), PAGE)).isZero();
        assertThat(examination.facts().bitsPerSample()).containsExactly(8, 8, 8);
        assertThat(examination.facts().compression()).isEqualTo("Uncompressed");
        assertThat(Examining.rules(examination)).containsExactly("no-resolution");
    }

    @Test
    void aGifThatIsNamedIsDecoded() throws IOException {
        BufferedImage palette = Scans.page(160, 120, BufferedImage.TYPE_BYTE_INDEXED);
        Result.Examination examination = scans.examineTaking(Scans.gif(palette), "gif", "gif");
        assertThat(Rasters.differences(pageImage(examination), palette)).isZero();
        assertThat(examination.facts().photometric()).isEqualTo("PaletteColor");
        assertThat(examination.facts().compression()).isEqualTo("LZW");
    }

    @Test
    void ofAMovingImageTheFirstPictureIsThePage() throws IOException {
        BufferedImage other = new BufferedImage(160, 120, BufferedImage.TYPE_BYTE_INDEXED);
        BufferedImage palette = Scans.page(160, 120, BufferedImage.TYPE_BYTE_INDEXED);
        Result.Examination examination = scans.examineTaking(Scans.gif(palette, other, other), "gif", "GIF");
        assertThat(Rasters.differences(pageImage(examination), palette)).isZero();
        assertThat(examination.findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("several-frames");
            assertThat(finding.level()).isEqualTo(Finding.Level.WARN);
            assertThat(finding.text()).contains("3 pictures");
        });
    }

    @Test
    void aWebpThatIsNamedIsDecoded() throws IOException {
        Result.Examination examination = scans.examineTaking(Scans.webp(), "webp", "WEBP");
        BufferedImage page = pageImage(examination);
        assertThat(page.getWidth()).isEqualTo(1);
        assertThat(examination.identification().mime()).isEqualTo("image/webp");
        assertThat(examination.facts().compression()).isEqualTo("WebP lossless");
        assertThat(Examining.rejects(scans.examine(Scans.webp(), "webp"))).containsExactly("format-not-accepted");
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        BufferedImage palette = Scans.page(160, 120, BufferedImage.TYPE_BYTE_INDEXED);
        for (byte[] whole : List.of(Scans.bmp(PAGE), Scans.gif(palette), Scans.webp())) {
            for (int part = 5; part < 10; part++) {
                byte[] cut = Arrays.copyOf(whole, whole.length * part / 10);
                assertThat(scans.inspect(cut, "").whole()).isFalse();
                assertThat(Examining.rejects(scans.examineTaking(cut, "", "GIF", "BMP", "WEBP")))
                        .containsExactly("truncated");
            }
        }
    }

    @Test
    void resolutionOfABitmapIsRead() throws IOException {
        byte[] bmp = Scans.bmp(PAGE);
        for (int at : new int[] {38, 42}) {
            bmp[at] = 0x23;
            bmp[at + 1] = 0x2e;
        }
        assertThat(scans.examineTaking(bmp, "bmp", "BMP").facts().xDpi()).isCloseTo(300, within(0.1));
    }

    @Test
    void whatNobodyHereReadsIsKeptAndSaidSo() throws IOException {
        byte[] heic =
                ("\0\0\0\30ftypheic\0\0\0\0mif1heic" + "\0\0\0\20mdat01234567").getBytes(StandardCharsets.ISO_8859_1);
        byte[] psd = "8BPS\0\1\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] jxl = "\0\0\0\fJXL \r\n\207\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] dng = RawTiff.grey(8, 8).with(50706, new byte[] {1, 4, 0, 0}).bytes();
        byte[] raw = RawTiff.grey(8, 8).with(262, 32803).bytes();
        List<byte[]> files = List.of(heic, psd, jxl, dng, raw);
        List<String> names = List.of("HEIF", "PSD", "JPEG_XL", "DNG", "CAMERA_RAW");
        List<String> extensions = List.of("heic", "psd", "jxl", "dng", "nef");
        for (int i = 0; i < files.size(); i++) {
            Result.Examination examination = scans.examineTaking(files.get(i), extensions.get(i), names.get(i));
            assertThat(examination.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo("not-looked-into");
                assertThat(finding.level()).isEqualTo(Finding.Level.WARN);
                assertThat(finding.text()).contains("no reader", "no image and no text");
            });
            assertThat(examination.facts()).isNull();
            assertThat(examination.derived()).isEmpty();
        }
        byte[] cut = Arrays.copyOf(heic, heic.length - 3);
        assertThat(Examining.rejects(scans.examineTaking(cut, "heic", "HEIF"))).containsExactly("truncated");
    }
}
