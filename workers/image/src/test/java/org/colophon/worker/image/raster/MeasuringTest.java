package org.colophon.worker.image.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.colophon.worker.protocol.Measures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured on drawn pages; real ones are for {@link ScanChecks}. */
class MeasuringTest {
    private static final Plate PAGE = Typeset.page(1);

    @Test
    void aPageOfTextIsStraightUprightAndSharp() {
        Measures measures = Measured.plate(PAGE);

        assertThat(measures.ink()).isBetween(0.03, 0.2);
        assertThat(measures.skew()).isEqualTo(0, within(0.15));
        assertThat(measures.sideways()).isLessThan(0.3);
        assertThat(measures.upsideDown()).isLessThan(0.48);
        assertThat(measures.sharpness()).isGreaterThan(0.75);
        assertThat(measures.cut()).isEqualTo(new Measures.Cut(0, 0, 0, 0));
        assertThat(measures.likeness()).hasSize(384).matches("[0-9a-f]+");
    }

    @Test
    void aBlankPageHasNoInkAndNothingElse() {
        Measures nothing = new Measures(0, null, null, null, null, null, null);

        assertThat(Measured.plate(Typeset.empty(800, 1200, 255))).isEqualTo(nothing);
        assertThat(Measured.plate(Typeset.empty(800, 1200, 170))).isEqualTo(nothing);
    }

    @Test
    void aYellowedPageWithAShadowAndTextShiningThroughHasNoInk() {
        Plate back = PAGE.smoothed(2);
        Plate paper = Typeset.empty(PAGE.width(), PAGE.height(), 0);
        for (int i = 0; i < paper.values().length; i++) {
            double gutter = 1 - 0.5 * Math.exp(-(i % PAGE.width()) / 30.0);
            paper.values()[i] = (byte) (gutter * (200 - 0.1 * (255 - (back.values()[i] & 0xff))));
        }

        assertThat(Measured.plate(paper).ink()).isZero();
    }

    @Test
    void aDarkFrameIsNoInk() {
        Plate page = Typeset.empty(900, 1300, 230);
        for (int y = 0; y < 1300; y++) {
            for (int x = 0; x < 900; x++) {
                if (x < 40 || y < 25 || x > 860 || y > 1240) {
                    page.values()[y * 900 + x] = 12;
                }
            }
        }

        assertThat(Measured.plate(page).ink()).isZero();
    }

    @Test
    void aLineOrThePageNumberAloneIsMoreThanNothing() {
        double line = Measured.plate(Typeset.only("The end of the first part.", 350, 600))
                .ink();
        double number = Measured.plate(Typeset.only("17", 480, 90)).ink();

        assertThat(number).isGreaterThan(Verdicts.BLANK);
        assertThat(line).isGreaterThan(number);
    }

    @Test
    void aLargeSheetWithSmallTextIsNotBlank() {
        double point = 300 / 72.0;

        assertThat(Measured.plate(Typeset.large(4961, 7016, 8 * point)).ink()).isGreaterThan(Verdicts.BLANK);
        assertThat(Measured.plate(Typeset.large(7016, 9933, 9 * point)).ink()).isGreaterThan(Verdicts.BLANK);
    }

    @Test
    void aDustyPageIsBlankAsALargeSheetTooIs() {
        assertThat(Measured.plate(dusty(2480, 3508)).ink()).isLessThan(Verdicts.BLANK);
        assertThat(Measured.plate(dusty(4961, 7016)).ink()).isLessThan(Verdicts.BLANK);
    }

    /** Specks of up to 0.8 mm at 300 dpi. */
    private static Plate dusty(int width, int height) {
        SplittableRandom random = new SplittableRandom(7);
        Plate page = Typeset.empty(width, height, 235);
        for (int i = 0; i < 200; i++) {
            int size = 2 + random.nextInt(8);
            filled(page, new Rectangle(random.nextInt(width - 20), random.nextInt(height - 20), size, size), 60);
        }
        return page;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-13, -6.3, -1.5, 0.7, 4, 11.4})
    void linesThatFallAreSkewedClockwise(double degrees) {
        Plate skewed = PAGE.placed(degrees, 1, 0, 0, PAGE.width(), PAGE.height());

        assertThat(Measured.plate(skewed).skew()).isEqualTo(degrees, within(0.2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aPageOnItsSideIsSeen(int quarters) {
        assertThat(Measured.plate(PAGE.turned(quarters)).sideways()).isGreaterThan(0.7);
    }

    @Test
    void skewIsToldOfAPageOnItsSideToo() {
        Plate skewed = PAGE.placed(4, 1, 0, 0, PAGE.width(), PAGE.height()).turned(1);

        assertThat(Measured.plate(skewed).skew()).isEqualTo(4, within(0.3));
    }

    @Test
    void aPageOnItsHeadIsSeen() {
        assertThat(Measured.plate(PAGE.turned(2)).upsideDown()).isGreaterThan(0.52);
    }

    @Test
    void blurTakesSharpnessAway() {
        double sharp = Measured.plate(PAGE).sharpness();
        double soft = Measured.plate(PAGE.smoothed(1.2)).sharpness();
        double blurred = Measured.plate(PAGE.smoothed(3)).sharpness();

        assertThat(soft).isLessThan(sharp);
        assertThat(blurred).isLessThan(soft).isLessThan(Verdicts.BLURRED);
    }

    @Test
    void aPageWithoutShadesIsSharp() {
        Plate bilevel = Typeset.page(1);
        for (int i = 0; i < bilevel.values().length; i++) {
            bilevel.values()[i] = (byte) ((bilevel.values()[i] & 0xff) > 128 ? 255 : 0);
        }

        assertThat(Measured.plate(bilevel).sharpness()).isGreaterThan(0.85);
    }

    @Test
    void aCropIntoTheTextIsSeenAtItsEdge() {
        int width = PAGE.width();
        int height = PAGE.height();

        assertThat(cut(PAGE.cropped(200, 0, width, height)).left()).isGreaterThan(0.6);
        assertThat(cut(PAGE.cropped(0, 202, width, height)).top()).isGreaterThan(0.6);
        assertThat(cut(PAGE.cropped(0, 0, 770, height)).right()).isGreaterThan(0.6);
        assertThat(cut(PAGE.cropped(0, 0, width, 1200)).bottom()).isGreaterThan(0.6);
        assertThat(Verdicts.most(cut(PAGE.cropped(100, 110, width - 90, height - 90))))
                .isZero();
    }

    @Test
    void aCropBetweenTwoLinesIsSeen() {
        assertThat(cut(PAGE.cropped(0, 178, PAGE.width(), PAGE.height())).top()).isGreaterThan(0.6);
        assertThat(cut(PAGE.cropped(0, 0, PAGE.width(), 1190)).bottom()).isGreaterThan(0.6);
    }

    @Test
    void aCropThroughAFewFiguresOfAListIsSeen() {
        Plate list = Typeset.page(1);
        filled(list, new Rectangle(600, 300, 400, 1100), 255);

        assertThat(cut(list.cropped(0, 0, 770, list.height())).right()).isBetween(Verdicts.CUT, 0.4);
    }

    @Test
    void aCropThroughAPictureIsSeenByTheTextBesideItAndAFrameIsNone() {
        Plate picture = Typeset.page(1);
        filled(picture, new Rectangle(130, 800, 350, 500), 20);
        Plate frame = Typeset.page(1);
        filled(frame, new Rectangle(0, 1200, 700, 200), 20);

        assertThat(cut(picture.cropped(0, 0, PAGE.width(), 1200)).bottom()).isGreaterThan(Verdicts.CUT);
        assertThat(cut(frame).bottom()).isZero();
    }

    private static void filled(Plate page, Rectangle place, int level) {
        for (int y = place.y; y < place.y + place.height; y++) {
            int row = y * page.width();
            Arrays.fill(page.values(), row + place.x, row + place.x + place.width, (byte) level);
        }
    }

    private static Measures.Cut cut(Plate page) {
        return Measured.plate(page).cut();
    }

    @Test
    void aPageAndItsOtherScanAreAlikeAndTwoPagesAreNot() {
        String page = Measured.plate(PAGE).likeness();
        Plate again = PAGE.placed(0.4, 1.2, 9, -8, 1200, 1680).smoothed(0.6).compressed(0.6f);

        assertThat(Verdicts.difference(page, Measured.plate(again).likeness())).isLessThan(0.2);
        assertThat(Verdicts.difference(page, Measured.plate(Typeset.page(2)).likeness()))
                .isGreaterThan(0.33);
    }

    @Test
    void aNegativeMeasuresLikeThePage() {
        Plate negative = Typeset.page(1);
        for (int i = 0; i < negative.values().length; i++) {
            negative.values()[i] = (byte) ~negative.values()[i];
        }
        Measures measures = Measured.plate(negative);

        assertThat(measures.ink()).isEqualTo(Measured.plate(PAGE).ink(), within(0.01));
        assertThat(measures.upsideDown()).isLessThan(0.48);
        assertThat(Verdicts.difference(measures.likeness(), Measured.plate(PAGE).likeness()))
                .isLessThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 23, 24, 25, 49})
    void pagesOfAFewPixelsAreMeasured(int size) {
        for (int level : new int[] {0, 128, 255}) {
            assertFinite(Measured.plate(Typeset.empty(size, size, level)));
            assertFinite(Measured.plate(Typeset.empty(size, 1, level)));
            assertFinite(Measured.plate(Typeset.empty(1, size, level)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 256})
    void noiseIsMeasured(int levels) {
        SplittableRandom random = new SplittableRandom(levels);
        Plate noise = Typeset.empty(700, 900, 0);
        for (int i = 0; i < noise.values().length; i++) {
            noise.values()[i] = (byte) (random.nextInt(levels) * 255 / (levels - 1));
        }

        assertFinite(Measured.plate(noise));
    }

    private static void assertFinite(Measures measures) {
        assertThat(measures.ink()).isBetween(0.0, 1.0);
        assertThat(measures.skew())
                .satisfiesAnyOf(s -> assertThat(s).isNull(), s -> assertThat(s).isBetween(-16.0, 16.0));
        for (Double share : new Double[] {measures.sideways(), measures.upsideDown(), measures.sharpness()}) {
            assertThat(share).satisfiesAnyOf(s -> assertThat(s).isNull(), s -> assertThat(s)
                    .isBetween(0.0, 1.0));
        }
        if (measures.cut() != null) {
            assertThat(Verdicts.most(measures.cut())).isBetween(0.0, 1.0);
        }
    }
}
