package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Task.DeadlineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way up a page is. */
class CompassTest {
    private static final DrawnPage PAGE = DrawnPage.of(
            "The harbour master wrote his letters",
            "by the window, and kept a copy of",
            "each in the green ledger below it.",
            "",
            "Seventeen ships came home that year;",
            "four brought timber from the north,",
            "the others herring, salt and letters",
            "for everybody in the upper town.");
    /** The raster that, held as it is stored, shows the page turned by so many degrees clockwise. */
    private static final Map<Integer, Integer> STORED = Map.of(0, 1, 90, 8, 180, 3, 270, 6);

    @TempDir
    static Path folder;

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
    @CsvSource({"0, 0", "90, 270", "180, 180", "270, 90"})
    void aTurnedPageIsToBeTurnedBack(int turned, int back) throws Exception {
        Path file = page("turned" + turned, Stored.raster(PAGE.image(), STORED.get(turned)));

        Result.Orientation orientation = bench.orient(file, 1);

        assertThat(orientation.turn()).isEqualTo(back);
        assertThat(orientation.confidence()).isGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 180", "6, 90", "8, 270"})
    void theAnswerIsMeantFromThePageAsItsTagTurnsIt(int orientation, int turn) throws Exception {
        Path file = page("tagged" + orientation, PAGE.image());

        assertThat(bench.orient(file, orientation).turn()).isEqualTo(Math.floorMod(turn * -1, 360));
    }

    @Test
    void aLargePageIsTheSame() throws Exception {
        BufferedImage large = new BufferedImage(5200, 5000, BufferedImage.TYPE_BYTE_GRAY);
        large.createGraphics().drawImage(PAGE.image(), 0, 0, 5200, 2 * 1696, null);

        assertThat(bench.orient(page("large", large), 3).turn()).isEqualTo(180);
    }

    private static boolean cannotTell(Result.Orientation answer) {
        return answer.turn() == 0 && answer.confidence() == null;
    }

    @Test
    void aPageWithTooFewLettersIsNoError() throws Exception {
        assertThat(bench.orient(page("short", DrawnPage.of("ten").image()), 1)).matches(CompassTest::cannotTell);
        BufferedImage dark = new BufferedImage(900, 1200, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(bench.orient(page("dark", dark), 1)).matches(CompassTest::cannotTell);
        BufferedImage dot = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(bench.orient(page("dot", dot), 1)).matches(CompassTest::cannotTell);
    }

    @Test
    void readingGoesOnUndisturbed() throws Exception {
        Path file = page("upright", PAGE.image());
        bench.orient(file, 1);

        assertThat(Bench.plain(bench.read(file, 1))).isEqualTo(PAGE.text());
    }

    @Test
    void aDeadlineThatPassedIsSaid() throws Exception {
        Path file = page("late", PAGE.image());

        assertThatThrownBy(() -> bench.orient(file, 1, new Limits(100_000_000, 1)))
                .isInstanceOf(DeadlineException.class);
    }

    private static Path page(String name, BufferedImage image) throws Exception {
        return Scan.png(folder.resolve(name + ".png"), image);
    }
}
