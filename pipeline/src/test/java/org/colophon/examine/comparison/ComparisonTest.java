package org.colophon.examine.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colophon.examine.quality.Checks;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.ImageFacts;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final List<Leaf> leaves = new ArrayList<>();

    private static ImageFacts facts(int width, int height, double dpi, String photometric) {
        return new ImageFacts(width, height, 1, List.of(8), photometric, "LZW", null, dpi, dpi, "in.", null, 0, null);
    }

    private ComparisonTest named(String... names) {
        for (String name : names) {
            page(name, facts(2480, 3508, 300, "BlackIsZero"), "sha " + leaves.size(), null);
        }
        return this;
    }

    private void page(String name, ImageFacts facts, String sha512, String likeness) {
        int n = leaves.size() + 1;
        leaves.add(new Leaf(n, name, n, 0, sha512, facts, likeness));
    }

    private List<String> found() {
        List<String> found = new ArrayList<>();
        for (Map.Entry<Integer, List<Finding>> page : Comparison.of(leaves).entrySet()) {
            page.getValue().forEach(finding -> found.add(page.getKey() + " " + finding.rule()));
        }
        return found;
    }

    @Test
    void aNumberThatIsLeftOutIsToldAtThePageAfterIt() {
        named("x_0006.tif", "x_0007.tif", "x_0009.tif", "x_0010.tif");
        assertThat(found()).containsExactly("3 " + Checks.NUMBER_MISSING);
        assertThat(Comparison.of(leaves).get(3).get(0).text())
                .isEqualTo(
                        "the number 0008 is missing between page 2 (x_0007.tif) and this one; look whether a page was left"
                                + " out");
    }

    @Test
    void severalNumbersAreToldAsOneGap() {
        named("a1.tif", "a2.tif", "a3.tif", "a7.tif");
        assertThat(Comparison.of(leaves).get(4).get(0).text()).startsWith("the numbers 4 to 6 are missing");
    }

    @Test
    void whatCountsInStepsOrSidesOrNotAtAllHasNoGap() {
        assertThat(new ComparisonTest()
                        .named("p_001.tif", "p_003.tif", "p_005.tif", "p_007.tif")
                        .found())
                .isEmpty();
        assertThat(new ComparisonTest()
                        .named("leaf_1_recto.tif", "leaf_1_verso.tif", "leaf_2_recto.tif", "leaf_2_verso.tif")
                        .found())
                .isEmpty();
        assertThat(new ComparisonTest()
                        .named("IMG_20260103.jpg", "IMG_20260217.jpg", "IMG_20260401.jpg", "IMG_20260611.jpg")
                        .found())
                .isEmpty();
        assertThat(new ComparisonTest().named("0007.tif", "0009.tif").found()).isEmpty();
        assertThat(new ComparisonTest()
                        .named("p_5.png", "p_6.png", "p_9.png", "p_10.png", "p_14.png", "p_22.png", "p_23.png")
                        .found())
                .isEmpty();
        assertThat(new ComparisonTest()
                        .named("cover.tif", "title.tif", "index.tif")
                        .found())
                .isEmpty();
    }

    @Test
    void aNumberThatTwoNamesHaveIsTold() {
        assertThat(named("x_1.tif", "x_2.tif", "x_02.tif", "x_3.tif").found())
                .containsExactly("3 " + Checks.NUMBER_TWICE);
        assertThat(new ComparisonTest()
                        .named("Scan.png", "Scan (2).png", "Scan (3).png", "Scan (4).png")
                        .found())
                .as("how some programs number scans")
                .isEmpty();
        assertThat(new ComparisonTest().named("Cover.tif", "cover.tif").found())
                .containsExactly("2 " + Checks.NUMBER_TWICE);
        assertThat(new ComparisonTest().named("x_1.tif", "x_1.jpg").found())
                .containsExactly("2 " + Checks.NUMBER_TWICE);
        assertThat(new ComparisonTest()
                        .named("x_1.tif", "x_2.tif", "x_2 (2).tif", "x_3.tif", "x_3 - Kopie.tif")
                        .found())
                .containsExactly("3 " + Checks.NUMBER_TWICE, "5 " + Checks.NUMBER_TWICE);
    }

    @Test
    void theOddPageOutIsToldWhereTheOthersAreAlike() {
        named("a.tif", "b.tif", "c.tif", "d.tif", "e.tif", "f.tif", "g.tif", "h.tif", "i.tif", "j.tif");
        page("k.tif", facts(1200, 1700, 300, "BlackIsZero"), "k", null);
        page("l.tif", facts(3508, 2480, 300, "RGB"), "l", null);
        page("m.tif", facts(2480, 3508, 200, "BlackIsZero"), "m", null);
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "11 " + Checks.OTHER_SIZE,
                        "12 " + Checks.OTHER_ORIENTATION,
                        "12 " + Checks.OTHER_COLOR,
                        "13 " + Checks.OTHER_RESOLUTION);
    }

    @Test
    void whereThePagesDifferAnywayNoneIsOdd() {
        for (int i = 0; i < 6; i++) {
            page(
                    "p" + i + ".tif",
                    facts(1000 + 300 * i, 1500 + 250 * i, 300 + i, i % 2 == 0 ? "RGB" : "BlackIsZero"),
                    "" + i,
                    null);
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void theSamePageTwiceIsToldByItsBytesOrItsLooks() {
        ImageFacts facts = facts(2480, 3508, 300, "RGB");
        page("a.tif", facts, "same", "0123456789abcdef".repeat(4));
        page("b.tif", facts, "other", "fedcba9876543210".repeat(4));
        page("c.tif", facts, "same", "0123456789abcdef".repeat(4));
        page("d.tif", facts, "new", "0123456789abcdef".repeat(3) + "0123456789abcdee");
        page("e.tif", facts, "blank", null);
        page("f.tif", facts, "blank too", null);
        assertThat(found()).containsExactly("3 " + Checks.SAME_FILE, "4 " + Checks.SAME_PAGE);
        assertThat(Comparison.of(leaves).get(3).get(0).text()).startsWith("the same, byte for byte, as page 1 (a.tif)");
    }

    @Test
    void howDifferentDoublesMayLookIsWhatWasMeasured() throws IOException {
        assertThat(Files.readString(Path.of("docs", "scan-checks.md")))
                .contains("| bits that differ ≤ " + Twins.MOST_DIFFERENT + " |");
    }

    @Test
    void thePagesOfOneFileAreNotDoublesOfEachOther() {
        ImageFacts facts = facts(2480, 3508, 300, "RGB");
        leaves.add(new Leaf(1, "book.pdf", 1, 0, "book", facts, null));
        leaves.add(new Leaf(2, "book.pdf", 1, 1, "book", facts, null));
        leaves.add(new Leaf(3, "book.pdf", 1, 2, "book", facts, null));
        assertThat(found()).isEmpty();
    }
}
