package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.protocol.PageText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a page was stored, its words are found where their ink lies in the stored raster. */
class OrientationTest {
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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTiffThatStatesItsOrientation(int orientation) throws Exception {
        Path file = Scan.tiff(
                folder.resolve("tagged" + orientation + ".tif"),
                orientation,
                null,
                List.of(Stored.raster(LETTER.image(), orientation)));

        check(bench.read(file, orientation), orientation);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6, 8})
    void aTiffWhoseTagIsNotWhatTheRequestSays(int orientation) throws Exception {
        Path file = Scan.tiff(
                folder.resolve("untagged" + orientation + ".tif"),
                6,
                null,
                List.of(Stored.raster(LETTER.image(), orientation)));

        check(bench.read(file, orientation), orientation);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aJpegThatStatesItsOrientationByExif(int orientation) throws Exception {
        Path file = Scan.jpeg(
                folder.resolve("exif" + orientation + ".jpg"), orientation, Stored.raster(LETTER.image(), orientation));

        check(bench.read(file, orientation), orientation);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 8})
    void aBilevelTiffThatStatesItsOrientation(int orientation) throws Exception {
        Path file = Scan.tiff(
                folder.resolve("bilevel" + orientation + ".tif"),
                orientation,
                "CCITT T.6",
                List.of(Scan.as(BufferedImage.TYPE_BYTE_BINARY, Stored.raster(LETTER.image(), orientation))));

        check(bench.read(file, orientation), orientation);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aColourTiffThatStatesItsOrientation(int orientation) throws Exception {
        Path file = Scan.tiff(
                folder.resolve("colour" + orientation + ".tif"),
                orientation,
                null,
                List.of(Scan.as(BufferedImage.TYPE_3BYTE_BGR, Stored.raster(LETTER.image(), orientation))));

        check(bench.read(file, orientation), orientation);
    }

    private static void check(PageText text, int orientation) {
        boolean swapped = orientation >= 5;
        assertThat(text.width())
                .isEqualTo(swapped ? LETTER.image().getHeight() : LETTER.image().getWidth());
        assertThat(text.orientation()).isEqualTo(orientation);
        assertThat(Bench.plain(text)).isEqualTo(LETTER.text());
        assertThat(Bench.found(LETTER, text)).isEqualTo(1.0);
    }
}
