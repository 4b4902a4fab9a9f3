package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.protocol.PageText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindsOfPixelsTest {
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
    void aPngOf16Bits() throws Exception {
        check(Scan.png(folder.resolve("16.png"), Scan.as(BufferedImage.TYPE_USHORT_GRAY, LETTER.image())));
    }

    @Test
    void aTiffOf16Bits() throws Exception {
        BufferedImage deep = Scan.as(BufferedImage.TYPE_USHORT_GRAY, LETTER.image());

        check(Scan.tiff(folder.resolve("16.tif"), 1, null, List.of(deep)));
    }

    @Test
    void aPngWithTransparentPaper() throws Exception {
        check(Scan.png(folder.resolve("alpha.png"), Scan.as(BufferedImage.TYPE_INT_ARGB, LETTER.image())));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_BINARY})
    void aTiffWhoseWhiteIsZero(int type) throws Exception {
        BufferedImage page = type == BufferedImage.TYPE_BYTE_GRAY ? LETTER.image() : Scan.as(type, LETTER.image());

        check(Scan.whiteIsZeroTiff(folder.resolve("white" + type + ".tif"), page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.6", "LZW", "Deflate", "PackBits"})
    void aBilevelTiff(String compression) throws Exception {
        BufferedImage bilevel = Scan.as(BufferedImage.TYPE_BYTE_BINARY, LETTER.image());

        check(Scan.tiff(folder.resolve(compression + ".tif"), 1, compression, List.of(bilevel)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate", "JPEG"})
    void aColourTiff(String compression) throws Exception {
        BufferedImage colour = Scan.as(BufferedImage.TYPE_3BYTE_BGR, LETTER.image());

        check(Scan.tiff(folder.resolve(compression + ".tif"), 1, compression, List.of(colour)));
    }

    @Test
    void aColourTiffOfAMapsSizeIsReadInBands() throws Exception {
        BufferedImage map = new BufferedImage(7_000, 6_000, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D drawing = map.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, map.getWidth(), map.getHeight());
        // The first band ends at line 2,285: the letter lies over it.
        drawing.drawImage(LETTER.image(), 0, 2_000, null);
        drawing.dispose();
        Path file = Scan.tiff(folder.resolve("map.tif"), 1, "LZW", List.of(map));

        assertThat(Header.read(file, 0).leptonica()).isFalse();
        assertThat(Bench.plain(bench.read(file, 1))).isEqualTo(LETTER.text());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJpegInFourInks(boolean adobe) throws Exception {
        check(Scan.cmykJpeg(folder.resolve(adobe + ".jpg"), adobe, LETTER.image()));
    }

    @Test
    void javaReadsTheSameWordsWhereLeptonicaCannot() throws Exception {
        Path file = Scan.png(folder.resolve("java.png"), LETTER.image());
        try (Raster raster = JavaDecoder.decode(Format.PNG, file, 0);
                Raster same = new Raster(Leptonica.pixRead(file.toString()))) {
            assertThat(bytes(raster)).isEqualTo(bytes(same));
        }
    }

    private static byte[] bytes(Raster raster) {
        int lines = 4 * Leptonica.pixGetWpl(raster.pix()) * raster.height();
        return Leptonica.pixGetData(raster.pix()).getByteArray(0, lines);
    }

    private static void check(Path file) throws Exception {
        PageText text = bench.read(file, 1);

        assertThat(Bench.plain(text)).isEqualTo(LETTER.text());
        assertThat(Bench.found(LETTER, text)).isEqualTo(1.0);
    }
}
