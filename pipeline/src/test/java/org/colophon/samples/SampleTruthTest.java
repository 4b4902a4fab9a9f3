package org.colophon.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.protocol.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the committed scans is true of them. */
class SampleTruthTest {
    private static final Path COMMITTED = SampleScansTest.COMMITTED;
    private static final Path BROKEN = COMMITTED.resolve("09-damaged/card_2.tif");
    private static final List<SampleTruth.Page> TRUTH = SampleScans.truth();

    @Test
    void everyGoodPageDecodesAsToldAndEveryWordLiesOnItsInk() throws IOException {
        for (SampleObject object : Catalogue.objects()) {
            for (SampleFile file : object.files()) {
                Path path = COMMITTED.resolve(object.name()).resolve(file.path());
                if (!file.broken()) {
                    compare(Decoded.pages(path), told(object.name(), file.path()));
                }
            }
        }
    }

    private static List<SampleTruth.Page> told(String object, String file) {
        return TRUTH.stream()
                .filter(page -> page.object().equals(object) && page.file().equals(file))
                .toList();
    }

    private static void compare(List<BufferedImage> pages, List<SampleTruth.Page> told) {
        assertThat(pages).hasSameSizeAs(told);
        for (int i = 0; i < pages.size(); i++) {
            SampleTruth.Page page = told.get(i);
            assertThat(page.index()).isEqualTo(i);
            assertThat(pages.get(i).getWidth()).as(page.file()).isEqualTo(page.width());
            assertThat(pages.get(i).getHeight()).as(page.file()).isEqualTo(page.height());
            for (SampleTruth.Word word : page.words()) {
                assertThat(darkest(pages.get(i), word.quad()))
                        .as("%s on %s", word, page.file())
                        .isLessThan(120);
            }
        }
    }

    @Test
    void onePageOfTheDamagedObjectIsTruncatedAndOnlyOne() {
        List<SampleFile> broken = Catalogue.objects().stream()
                .flatMap(object -> object.files().stream())
                .filter(SampleFile::broken)
                .toList();
        assertThat(broken).extracting(SampleFile::path).containsExactly("card_2.tif");
        assertThatThrownBy(() -> Decoded.pages(BROKEN)).isInstanceOf(IOException.class);
    }

    @Test
    void everyWordLiesInsideItsPage() {
        for (SampleTruth.Page page : TRUTH) {
            for (SampleTruth.Word word : page.words()) {
                Quad box = word.quad();
                assertThat(box.left()).as(word.text()).isNotNegative();
                assertThat(box.top()).as(word.text()).isNotNegative();
                assertThat(box.right()).as(word.text()).isLessThanOrEqualTo(page.width());
                assertThat(box.bottom()).as(word.text()).isLessThanOrEqualTo(page.height());
            }
        }
    }

    @Test
    void everyPageButTheBlankVersoBearsWords() {
        assertThat(TRUTH)
                .filteredOn(page -> page.words().isEmpty())
                .extracting(SampleTruth.Page::file)
                .containsExactly("leaf_2_verso.tif");
    }

    @Test
    void theTruthIsReadBackAsItWasWritten(@TempDir Path folder) throws IOException {
        SampleTruth.write(TRUTH, folder);

        assertThat(SampleTruth.load(folder)).isEqualTo(TRUTH);
    }

    @Test
    void aPageOnItsSideIsToldInThePixelsOfItsRaster() {
        SampleTruth.Page page = TRUTH.stream()
                .filter(one -> one.file().equals("notice_1.tif"))
                .findFirst()
                .orElseThrow();

        assertThat(page.orientation()).isEqualTo(6);
        Quad first = page.words().get(0).quad();
        assertThat(first.y2())
                .as("a word is read from the bottom of the raster up")
                .isLessThan(first.y1());
        assertThat(first.x4()).as("its foot is to the right of its head").isGreaterThan(first.x1());
    }

    private static int darkest(BufferedImage image, Quad box) {
        int darkest = 255;
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                darkest = Math.min(darkest, image.getRaster().getSample(x, y, 0));
            }
        }
        return darkest;
    }
}
