package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPEG 2000 pages, decoded by OpenJPEG's program. */
class Jpeg2000Test {
    private static final BufferedImage PAGE = Scans.colour(300, 200);

    @TempDir
    Path folder;

    private Examining scans;

    @BeforeEach
    void begin() {
        Jpeg2000Scans.assumeInstalled();
        scans = new Examining(folder);
    }

    private BufferedImage pageImage(Result.Examination examination) throws IOException {
        assertThat(Examining.rejects(examination)).isEmpty();
        Derived page = Examining.derived(examination, Derived.Role.PAGE_IMAGE);
        assertThat(page.how()).startsWith("JPEG 2000 (OpenJPEG ").contains("decoded to PNG");
        BufferedImage image = Rasters.read(scans.outputs().resolve(page.file()));
        assertThat(image.getWidth()).isEqualTo(page.width());
        assertThat(image.getHeight()).isEqualTo(page.height());
        return image;
    }

    @Test
    void aJp2IsIdentifiedCheckedMeasuredDecodedAndDerived() throws IOException {
        Result.Examination examination = scans.examine(Jpeg2000Scans.jp2(PAGE), "jp2");
        assertThat(Rasters.differences(pageImage(examination), PAGE)).isZero();
        assertThat(Examining.rules(examination)).containsExactly("no-resolution");
        assertThat(examination.identification().puid()).isEqualTo("x-fmt/392");
        assertThat(examination.identification().mime()).isEqualTo("image/jp2");
        ImageFacts facts = examination.facts();
        assertThat(facts.width()).isEqualTo(300);
        assertThat(facts.height()).isEqualTo(200);
        assertThat(facts.bitsPerSample()).containsExactly(8, 8, 8);
        assertThat(facts.photometric()).isEqualTo("RGB");
        assertThat(facts.compression()).isEqualTo("JPEG 2000 Lossless");
        assertThat(facts.iccProfile()).isEqualTo("sRGB");
        assertThat(examination.checks())
                .anySatisfy(check -> assertThat(check.agent()).startsWith("JHOVE JPEG2000-hul"))
                .anySatisfy(check -> {
                    assertThat(check.agent()).isEqualTo("OpenJPEG opj_decompress");
                    assertThat(check.agentVersion()).matches("[0-9.]+");
                    assertThat(check.detail()).isEqualTo("full decode: every pixel was decoded");
                });
        assertThat(scans.outputs().resolve("reading.jpg")).isNotEmptyFile();
    }

    @Test
    void aBareCodestreamIsReadToo() throws IOException {
        Result.Examination examination = scans.examine(Jpeg2000Scans.codestream(PAGE), "j2k");
        assertThat(Rasters.differences(pageImage(examination), PAGE)).isZero();
        assertThat(examination.facts().photometric()).isEqualTo("RGB");
    }

    @Test
    void greyOfSixteenBitsKeepsItsDepthInTheFacts() throws IOException {
        BufferedImage deep = new BufferedImage(120, 80, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 120 * 80; i++) {
            deep.getRaster().setSample(i % 120, i / 120, 0, i * 6 & 0xffff);
        }
        Result.Examination examination = scans.examine(Jpeg2000Scans.jp2(deep), "jp2");
        BufferedImage page = pageImage(examination);
        assertThat(examination.facts().bitsPerSample()).containsExactly(16);
        assertThat(examination.facts().photometric()).isEqualTo("BlackIsZero");
        for (int i = 0; i < 120 * 80; i += 7) {
            assertThat(page.getRaster().getSample(i % 120, i / 120, 0)).isEqualTo((i * 6 & 0xffff) >> 8);
        }
    }

    @Test
    void tilesAndLossAreStated() throws IOException {
        byte[] lossy = Jpeg2000Scans.jp2(PAGE, "-I", "-r", "10", "-t", "128,128");
        Result.Examination examination = scans.examine(lossy, "jp2");
        pageImage(examination);
        assertThat(examination.facts().compression()).isEqualTo("JPEG 2000 Lossy");
    }

    @Test
    void resolutionAndProfileAreRead() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] jp2 = Jpeg2000Scans.withHeader(
                Jpeg2000Scans.jp2(PAGE),
                Jpeg2000Scans.resolution(11_811),
                Jpeg2000Scans.box("colr", new byte[] {2, 0, 0}, profile));
        Result.Examination examination = scans.examine(jp2, "jp2");
        pageImage(examination);
        assertThat(examination.facts().xDpi()).isCloseTo(300, within(0.1));
        assertThat(examination.facts().resolutionUnit()).isEqualTo("cm");
        assertThat(examination.facts().iccProfile()).containsIgnoringCase("rgb");
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        for (byte[] whole : List.of(
                Jpeg2000Scans.jp2(PAGE), Jpeg2000Scans.codestream(PAGE), Jpeg2000Scans.jp2(PAGE, "-t", "64,64"))) {
            for (int part = 1; part < 10; part++) {
                byte[] cut = Arrays.copyOf(whole, whole.length * part / 10);
                assertThat(Examining.rejects(scans.examine(cut, "jp2"))).containsExactly("truncated");
            }
        }
    }

    @Test
    void aTileThatIsMissingIsNotWhole() throws IOException {
        byte[] tiled = Jpeg2000Scans.codestream(PAGE, "-t", "300,100");
        int second = secondTile(tiled);
        byte[] half = Arrays.copyOf(tiled, second + 2);
        half[second] = (byte) 0xff;
        half[second + 1] = (byte) 0xd9;
        Result.Examination examination = scans.examine(half, "j2k");
        assertThat(Examining.rejects(examination)).containsExactly("truncated");
        assertThat(examination.findings().get(0).text()).contains("1 of its 2 tiles");
    }

    private static int secondTile(byte[] codestream) {
        for (int i = 0; i < codestream.length - 6; i++) {
            if (codestream[i] == (byte) 0xff && codestream[i + 1] == (byte) 0x90 && codestream[i + 5] == 1) {
                return i;
            }
        }
        throw new AssertionError("one tile only");
    }

    @Test
    void aHugeHeaderIsRefusedBeforeAnythingIsDecoded() throws IOException {
        byte[] jp2 = Jpeg2000Scans.codestream(PAGE);
        for (int at : new int[] {8, 12, 24, 28}) {
            System.arraycopy(new byte[] {0, 1, 0x11, 0x70}, 0, jp2, at, 4);
        }
        assertThat(Examining.rejects(scans.examine(jp2, "j2k"))).containsExactly("too-large");
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws IOException {
        scans.examine(Jpeg2000Scans.jp2(PAGE), "jp2");
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("jpeg2000")))
                    .isEmpty();
        }
    }

    @Test
    void theJpeg2000OfAPdfPageIsTakenOutAndDecoded() throws IOException {
        byte[] jp2 = Jpeg2000Scans.jp2(PAGE);
        byte[] pdf = PdfScans.document(document -> {
            PDPage page = new PDPage(new PDRectangle(72, 48));
            document.addPage(page);
            PDImageXObject image = new PDImageXObject(
                    document,
                    new java.io.ByteArrayInputStream(jp2),
                    COSName.JPX_DECODE,
                    PAGE.getWidth(),
                    PAGE.getHeight(),
                    8,
                    PDDeviceRGB.INSTANCE);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, 72, 48);
            }
        });
        Result.Examination examination = scans.examine(pdf, "pdf");
        assertThat(Rasters.differences(pageImage(examination), PAGE)).isZero();
        assertThat(examination.facts().xDpi()).isCloseTo(300, within(0.1));
        assertThat(examination.facts().compression()).isEqualTo("JPEG 2000 Lossless");
        assertThat(scans.outputs().resolve("page.jp2")).doesNotExist();
    }
}
