package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input of the kinds that ruin a day, and the sentence that each gets. */
class BadInputTest {
    private static final byte[] JPEG = Scans.jpeg(Scans.colour(100, 100));

    @TempDir
    Path folder;

    private Examining scans;

    @BeforeEach
    void begin() {
        scans = new Examining(folder);
    }

    private static String sentence(Result.Examination examination, String rule, Level level) {
        return examination.findings().stream()
                .filter(finding -> finding.rule().equals(rule) && finding.level() == level)
                .map(Finding::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + examination.findings()));
    }

    private String rejected(byte[] scan, String extension, String rule) throws IOException {
        return sentence(scans.examine(scan, extension), rule, Level.REJECT);
    }

    private String warned(byte[] scan, String extension, String rule) throws IOException {
        Result.Examination examination = scans.examine(scan, extension);
        assertThat(Examining.rejects(examination))
                .as(examination.findings().toString())
                .isEmpty();
        return sentence(examination, rule, Level.WARN);
    }

    @Test
    void aPdfWithAPassword() throws IOException {
        assertThat(rejected(PdfScans.encrypted(JPEG, "secret"), "pdf", "encrypted"))
                .isEqualTo("The PDF is encrypted. Save it without password and restrictions, and deliver it again.");
    }

    @Test
    void aPdfOfTenThousandPagesIsReadAndOfOneMoreIsNot() throws IOException {
        byte[] many = PdfScans.pages(10_000);
        assertThat(scans.inspect(many, "pdf").pages()).isEqualTo(10_000);
        assertThat(Examining.rejects(scans.examine(many, 9_999, "pdf"))).isEmpty();
        assertThat(rejected(PdfScans.pages(10_001), "pdf", "too-many-pages"))
                .isEqualTo("The file has more than 10000 pages. Deliver it in parts, each a file of its own.");
    }

    @Test
    void aPdfThatDrawsItselfByProgram() throws IOException {
        assertThat(rejected(PdfScans.withXfa(JPEG), "pdf", "pdf-xfa"))
                .isEqualTo("The PDF is an XFA form, which draws itself by program. Print it to a plain PDF first.");
        assertThat(rejected(PdfScans.withScript(JPEG), "pdf", "pdf-script")).contains("contains JavaScript");
        assertThat(rejected(PdfScans.withLaunch(JPEG), "pdf", "pdf-launch")).contains("start a program");
    }

    @Test
    void aPdfThatCarriesOtherFiles() throws IOException {
        assertThat(warned(PdfScans.withEmbeddedFile(JPEG), "pdf", "pdf-embedded-file"))
                .isEqualTo("The PDF carries other files inside; these are kept but not looked at.");
    }

    @Test
    void aTiffWhoseSecondPageIsBroken() throws IOException {
        byte[] tiff = Scans.tiff("Deflate", Scans.colour(100, 200), Scans.colour(1200, 1600));
        Arrays.fill(tiff, tiff.length - 3000, tiff.length - 1500, (byte) 0x55);
        assertThat(Examining.rejects(scans.examine(tiff, 0, "tif"))).isEmpty();
        Result.Examination second = scans.examine(tiff, 1, "tif");
        assertThat(sentence(second, "damaged", Level.REJECT))
                .startsWith("The file is damaged: ")
                .endsWith("Copy it again from the scanner, or scan the page again.");
    }

    @Test
    void aTiffWhoseDirectoriesFormALoop() throws IOException {
        assertThat(rejected(RawTiff.grey(20, 20).next(8).bytes(), "tif", "damaged"))
                .startsWith("The file is damaged: its page directories form a loop after page 1.");
    }

    @Test
    void aJpegWithMoreBehindItsEnd() throws IOException {
        byte[] two = Arrays.copyOf(JPEG, JPEG.length * 2);
        System.arraycopy(JPEG, 0, two, JPEG.length, JPEG.length);
        assertThat(warned(two, "jpg", "trailing-bytes"))
                .isEqualTo(JPEG.length + " bytes follow the end of the image; a second image there is not looked at.");
        byte[] words = Arrays.copyOf(JPEG, JPEG.length + 7);
        Arrays.fill(words, JPEG.length, words.length, (byte) 'x');
        assertThat(warned(words, "jpg", "trailing-bytes")).startsWith("7 bytes follow");
    }

    @Test
    void aPngOfOneColourThatUnpacksToSixHundredMegabytes() throws IOException {
        byte[] bomb = Scans.oneColour(70_000, 70_000);
        assertThat(bomb).hasSizeLessThan(4 << 20);
        assertThat(rejected(bomb, "png", "too-large"))
                .startsWith("The page is 70000 × 70000 pixels; the limit is 100000000 pixels a page.");
    }

    @Test
    void aColourProfileThatLies() throws IOException {
        byte[] rgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] short20 = Arrays.copyOf(rgb, rgb.length - 20);
        byte[] unsigned = rgb.clone();
        unsigned[36] = 'x';
        byte[] noSpace = rgb.clone();
        Arrays.fill(noSpace, 16, 20, (byte) 'q');
        assertThat(warned(RawTiff.grey(60, 40).with(34675, rgb).bytes(), "tif", "icc-profile-broken"))
                .isEqualTo("The embedded colour profile is for RGB colours, and the image is BlackIsZero; the page's"
                        + " colours may be shown wrongly. Check the scanner's colour settings.");
        assertThat(warned(RawTiff.grey(60, 40).with(34675, short20).bytes(), "tif", "icc-profile-broken"))
                .contains("says that it has " + rgb.length + " bytes, and has " + short20.length);
        assertThat(warned(RawTiff.grey(60, 40).with(34675, unsigned).bytes(), "tif", "icc-profile-broken"))
                .contains("is no ICC profile, or a broken one");
        for (byte[] lie : new byte[][] {rgb, short20, unsigned, noSpace, new byte[200], new byte[3]}) {
            assertThat(warned(Scans.withProfile(Scans.jpeg(Scans.grey(40, 40)), lie), "jpg", "icc-profile-broken"))
                    .contains("colour profile");
            assertThat(warned(Scans.withPngProfile(Scans.png(Scans.grey(40, 40)), lie), "png", "icc-profile-broken"))
                    .contains("colour profile");
        }
        byte[] honest = Scans.withProfile(JPEG, rgb);
        assertThat(Examining.rules(scans.examine(honest, "jpg"))).doesNotContain("icc-profile-broken");
    }

    @Test
    void metadataThatAreNoXmlText() throws IOException {
        byte[] latin = {'B', 'i', 'b', 'l', 'i', 'o', 't', 'h', (byte) 0xe8, 'q', 'u', 'e', 1, 0x1b, '<', 0};
        RawTiff tiff = RawTiff.grey(60, 40).with(271, latin).with(305, "\u0000").with(272, "a\u0008\ufffe&b");
        ImageFacts.Capture capture = scans.examine(tiff.bytes(), "tif").facts().capture();
        assertThat(capture.make()).isEqualTo("Biblioth\u00e8que <");
        assertThat(capture.model()).isEqualTo("a &b");
        assertThat(capture.software()).isNull();
    }

    @Test
    void aResolutionOfNothingOrInCentimetres() throws IOException {
        int[] nothing = {0, 1};
        RawTiff zero =
                RawTiff.grey(60, 40).with(282, nothing).with(283, nothing).with(296, (short) 2);
        Result.Examination examination = scans.examine(zero.bytes(), "tif");
        assertThat(sentence(examination, "absurd-resolution", Level.NOTE))
                .startsWith("The file states a resolution of 0 × 0 per in., which cannot be meant");
        assertThat(examination.facts().xDpi()).isNull();
        int[] metric = {118, 1};
        RawTiff centimetres =
                RawTiff.grey(60, 40).with(282, metric).with(283, metric).with(296, (short) 3);
        Result.Examination metre = scans.examine(centimetres.bytes(), "tif");
        assertThat(metre.facts().xDpi()).isBetween(299.0, 300.0);
        assertThat(metre.findings()).isEmpty();
    }

    @Test
    void aPageOfNoSize() throws IOException {
        BufferedImage one = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(scans.examine(Scans.png(one), "png").refused()).isFalse();
        assertThat(rejected(RawTiff.grey(0, 40).bytes(), "tif", "damaged")).contains("states no width and height");
    }
}
