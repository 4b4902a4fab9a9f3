package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Technical metadata, from the image itself. */
class FactsTest {
    private static final byte[] JPEG = Scans.jpeg(Scans.colour(300, 200));

    @TempDir
    Path folder;

    private Examining scans;

    @BeforeEach
    void begin() {
        scans = new Examining(folder);
    }

    private ImageFacts facts(byte[] scan, String extension) throws IOException {
        return scans.examine(scan, extension).facts();
    }

    private static byte[] profile() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    @Test
    void aTiffSaysWhatItIs() throws IOException {
        RawTiff tiff = RawTiff.grey(60, 40)
                .with(282, new int[] {400, 1})
                .with(283, new int[] {400, 1})
                .with(296, (short) 2)
                .with(271, "Zeutschel")
                .with(272, "OS 12002")
                .with(305, "OmniScan 12")
                .with(306, "2025:03:04 10:20:30")
                .with(274, (short) 6)
                .with(34675, profile());
        ImageFacts facts = facts(tiff.bytes(), "tif");
        assertThat(facts.bitsPerSample()).containsExactly(8);
        assertThat(facts.photometric()).isEqualTo("BlackIsZero");
        assertThat(facts.compression()).isEqualTo("Uncompressed");
        assertThat(facts.byteOrder()).isEqualTo("little endian");
        assertThat(facts.xDpi()).isEqualTo(400);
        assertThat(facts.resolutionUnit()).isEqualTo("in.");
        assertThat(facts.orientation()).isEqualTo(6);
        assertThat(facts.iccProfile()).containsIgnoringCase("rgb");
        assertThat(facts.capture())
                .isEqualTo(new ImageFacts.Capture("Zeutschel", "OS 12002", "OmniScan 12", "2025-03-04T10:20:30"));
    }

    @Test
    void centimetresBecomeInches() throws IOException {
        RawTiff tiff = RawTiff.grey(60, 40)
                .with(282, new int[] {1181, 10})
                .with(283, new int[] {1181, 10})
                .with(296, (short) 3);
        ImageFacts facts = facts(tiff.bytes(), "tif");
        assertThat(facts.xDpi()).isCloseTo(300, within(0.1));
        assertThat(facts.resolutionUnit()).isEqualTo("cm");
        byte[] png = Scans.withChunk(
                Scans.png(Scans.colour(30, 30)), "pHYs", new byte[] {0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1});
        assertThat(facts(png, "png").yDpi()).isCloseTo(300, within(0.1));
    }

    @Test
    void aResolutionThatCannotBeMeantIsNoneAndNoted() throws IOException {
        int[][] absurd = {{0, 1}, {300, 0}, {1, 1}, {2_000_000, 1}};
        for (int[] value : absurd) {
            RawTiff tiff =
                    RawTiff.grey(60, 40).with(282, value).with(283, value).with(296, (short) 2);
            Result.Examination examination = scans.examine(tiff.bytes(), "tif");
            assertThat(examination.refused()).isFalse();
            assertThat(examination.facts().xDpi()).isNull();
            assertThat(Examining.rules(examination)).containsAnyOf("absurd-resolution", "no-resolution");
        }
    }

    @Test
    void aMissingResolutionIsNoted() throws IOException {
        Result.Examination examination = scans.examine(RawTiff.grey(60, 40).bytes(), "tif");
        assertThat(examination.facts().xDpi()).isNull();
        assertThat(Examining.rules(examination)).containsExactly("no-resolution");
    }

    @Test
    void exifOfAJpegIsRead() throws IOException {
        RawTiff exif = new RawTiff()
                .with(271, "Canon")
                .with(274, (short) 8)
                .with(282, new int[] {600, 1})
                .with(283, new int[] {600, 1})
                .with(296, (short) 2);
        ImageFacts facts = facts(Scans.withExif(JPEG, exif), "jpg");
        assertThat(facts.orientation()).isEqualTo(8);
        assertThat(facts.xDpi()).isEqualTo(600);
        assertThat(facts.capture().make()).isEqualTo("Canon");
        assertThat(facts.photometric()).isEqualTo("YCbCr");
        assertThat(facts.compression()).isEqualTo("JPEG");
        assertThat(facts.byteOrder()).isNull();
    }

    @Test
    void aBrokenExifBlockIsNoFlaw() throws IOException {
        RawTiff exif =
                new RawTiff().with(274, (short) 99).with(34665, 1_000_000).next(8);
        Result.Examination examination = scans.examine(Scans.withExif(JPEG, exif), "jpg");
        assertThat(examination.refused()).isFalse();
        assertThat(examination.facts().orientation()).isEqualTo(1);
    }

    @Test
    void xmpTellsWhereExifIsSilent() throws IOException {
        String packet = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description xmlns:tiff='http://ns.adobe.com/tiff/1.0/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
                + " tiff:Make='Phase One' xmp:CreateDate='2024-05-06T07:08:09+02:00'>"
                + "<xmp:CreatorTool>Capture One</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>";
        byte[] jpeg = Scans.withSegment(JPEG, 0xe1, packet.getBytes(StandardCharsets.UTF_8));
        assertThat(facts(jpeg, "jpg").capture())
                .isEqualTo(new ImageFacts.Capture("Phase One", null, "Capture One", "2024-05-06T07:08:09"));
    }

    @Test
    void iccProfilesAreNamedInJpegToo() throws IOException {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
        segment.writeBytes(profile());
        byte[] jpeg = Scans.withSegment(JPEG, 0xe2, segment.toByteArray());
        assertThat(facts(jpeg, "jpg").iccProfile()).containsIgnoringCase("rgb");
    }

    @Test
    void anIccProfileThatLiesIsNamedBrokenAndThePageKept() throws IOException {
        Result.Examination examination =
                scans.examine(RawTiff.grey(60, 40).with(34675, new byte[200]).bytes(), "tif");
        assertThat(examination.facts().iccProfile()).isEqualTo("broken profile");
        assertThat(examination.refused()).isFalse();
    }

    @Test
    void textOutOfAFileIsFitForXml() throws IOException {
        RawTiff tiff = RawTiff.grey(60, 40)
                .with(305, "a\u0007b\uffffc" + "x".repeat(3000))
                .with(271, "\u0001\u0002");
        ImageFacts facts = facts(tiff.bytes(), "tif");
        assertThat(facts.capture().software()).startsWith("a b c").hasSizeLessThanOrEqualTo(500);
        assertThat(facts.capture().make()).isNull();
        byte[] latin = RawTiff.grey(60, 40)
                .with(271, new byte[] {'M', (byte) 0xfc, 'l', 'l', 'e', 'r', 0})
                .bytes();
        assertThat(facts(latin, "tif").capture().make()).isEqualTo("M\u00fcller");
    }

    @Test
    void depthAndAlphaOfAPngAreStated() throws IOException {
        BufferedImage deep = new BufferedImage(40, 40, BufferedImage.TYPE_USHORT_GRAY);
        assertThat(facts(Scans.png(deep), "png").bitsPerSample()).containsExactly(16);
        ImageFacts alpha = facts(Scans.png(new BufferedImage(40, 40, BufferedImage.TYPE_4BYTE_ABGR)), "png");
        assertThat(alpha.extraSamples()).isEqualTo(1);
        assertThat(alpha.bitsPerSample()).hasSize(4);
        BufferedImage palette = Scans.page(40, 40, BufferedImage.TYPE_BYTE_INDEXED);
        assertThat(facts(Scans.png(palette), "png").photometric()).isEqualTo("PaletteColor");
    }

    @Test
    void compressionsAndColoursOfTiffsHaveTheirNames() throws IOException {
        BufferedImage bilevel = Scans.page(64, 64, BufferedImage.TYPE_BYTE_BINARY);
        assertThat(facts(Scans.tiff("CCITT T.6", bilevel), "tif").compression()).isEqualTo("CCITT Group 4");
        assertThat(facts(Scans.tiff("PackBits", Scans.colour(64, 64)), "tif").compression())
                .isEqualTo("PackBits");
        assertThat(facts(Scans.tiff("Deflate", Scans.colour(64, 64)), "tif").photometric())
                .isEqualTo("RGB");
        assertThat(facts(Scans.cmykJpeg(40, 40), "jpg").photometric()).isEqualTo("CMYK");
    }
}
