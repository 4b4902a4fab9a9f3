package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.colophon.worker.protocol.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What inspecting tells of whole and of broken files. */
class StructureTest {
    @TempDir
    Path folder;

    private Examining scans;

    @BeforeEach
    void begin() {
        scans = new Examining(folder);
    }

    private static byte[] cut(byte[] whole, double part) {
        return Arrays.copyOf(whole, (int) (whole.length * part));
    }

    private void whole(byte[] scan, int pages) throws IOException {
        Result.Inspection inspection = scans.inspect(scan, "");
        assertThat(inspection.problem()).isNull();
        assertThat(inspection.whole()).isTrue();
        assertThat(inspection.pages()).isEqualTo(pages);
    }

    private String problem(byte[] scan) throws IOException {
        Result.Inspection inspection = scans.inspect(scan, "");
        assertThat(inspection.whole()).isFalse();
        assertThat(inspection.pages()).isPositive();
        return inspection.problem();
    }

    @Test
    void wholeImagesAreWhole() throws IOException {
        BufferedImage page = Scans.colour(200, 300);
        whole(Scans.jpeg(page), 1);
        whole(Scans.progressiveJpeg(page), 1);
        whole(Scans.png(page), 1);
        whole(Scans.tiff(null, page), 1);
        whole(Scans.tiff("LZW", page), 1);
        whole(PdfScans.oneJpeg(Scans.jpeg(page), 300, 300), 1);
    }

    @Test
    void everyPrefixOfAScanIsCalledCutOff() throws IOException {
        BufferedImage page = Scans.colour(200, 300);
        byte[][] scans = {
            Scans.jpeg(page),
            Scans.progressiveJpeg(page),
            Scans.png(page),
            Scans.tiff(null, page),
            Scans.tiff("LZW", page),
            PdfScans.oneJpeg(Scans.jpeg(page), 300, 300)
        };
        for (byte[] scan : scans) {
            for (double part : new double[] {0.1, 0.5, 0.9, 0.99}) {
                assertThat(problem(cut(scan, part))).contains("cut off");
            }
        }
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() throws IOException {
        assertThat(problem(new byte[0])).contains("is empty");
    }

    @Test
    void paddingAfterAJpegIsNoFlaw() throws IOException {
        byte[] jpeg = Scans.jpeg(Scans.colour(200, 300));
        whole(Arrays.copyOf(jpeg, jpeg.length + 512), 1);
    }

    @Test
    void allPagesOfATiffAreCounted() throws IOException {
        byte[] tiff = Scans.tiff("LZW", Scans.colour(100, 200), Scans.colour(300, 100), Scans.colour(50, 60));
        whole(tiff, 3);
    }

    @Test
    void aTiffWhoseDirectoriesLoopIsDamaged() throws IOException {
        assertThat(problem(RawTiff.grey(20, 20).next(8).bytes())).contains("loop");
    }

    @Test
    void aTiffWithoutADirectoryWasNotWrittenToItsEnd() throws IOException {
        assertThat(problem(new byte[] {'I', 'I', 42, 0, 0, 0, 0, 0})).contains("cut off");
    }

    @Test
    void aTiffWhoseSecondPageIsBeyondItsEndIsCutOff() throws IOException {
        assertThat(problem(RawTiff.grey(20, 20).next(100_000).bytes())).contains("page 2");
    }

    @Test
    void aTiffThatClaimsMoreStripsThanItNamesIsDamaged() throws IOException {
        assertThat(problem(RawTiff.grey(20, 20).with(278, 1).bytes())).contains("damaged");
    }

    @Test
    void aBigTiffIsWalkedToo() throws IOException {
        assertThat(problem(new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0, 99, 0, 0, 0, 0, 0, 0, 0}))
                .contains("cut off");
    }

    @Test
    void aFileOfAnotherKindIsLeftToTheExamination() throws IOException {
        whole("Dear Sir,".getBytes(StandardCharsets.UTF_8), 1);
        whole(new byte[] {'I', 'I'}, 1);
    }

    @Test
    void aPngTransferredAsTextIsDamaged() throws IOException {
        byte[] png = Scans.png(Scans.colour(20, 20));
        png[4] = '\n';
        assertThat(problem(png)).contains("damaged");
    }

    @Test
    void anUncompressedStripThatIsTooShortIsDamage() throws IOException {
        assertThat(problem(RawTiff.grey(20, 20).with(279, 399).bytes())).contains("shorter");
    }

    @Test
    void aLastTileThatEndsLikeTheBeginningOfAnotherIsWalkedOnce() throws IOException {
        byte[] codestream = Jpeg2000Scans.hollow();
        ByteBuffer.wrap(codestream).putInt(codestream.length - 10, 0).putShort(codestream.length - 2, (short) 0xff90);
        ByteArrayOutputStream jp2 = new ByteArrayOutputStream();
        jp2.writeBytes(Jpeg2000Scans.box("jP  ", new byte[] {0x0d, 0x0a, (byte) 0x87, 0x0a}));
        jp2.writeBytes(Jpeg2000Scans.box("ftyp", "jp2 ".getBytes(StandardCharsets.US_ASCII), new byte[4]));
        jp2.writeBytes(Jpeg2000Scans.box("jp2c", codestream));
        jp2.writeBytes(new byte[32]);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> problem(jp2.toByteArray())))
                .contains("end of its image data is missing");
    }
}
