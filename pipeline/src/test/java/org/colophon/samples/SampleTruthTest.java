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

    @Test
    void everyGoodPageDecodesAtTheSizeToldAndNoPageIsUntold() throws IOException {
        int good = 0;
        for (SampleTruth.Page page : SampleScans.truth()) {
            Path file = COMMITTED.resolve(page.object()).resolve(page.file());
            if (!file.equals(BROKEN)) {
                BufferedImage image = Decoded.pages(file).get(page.index());
                assertThat(image.getWidth()).as(page.file()).isEqualTo(page.width());
                assertThat(image.getHeight()).as(page.file()).isEqualTo(page.height());
                good++;
            }
        }
        int pages = 0;
        for (SampleObject object : Catalogue.objects()) {
            for (SampleFile file : object.files()) {
                Path path = COMMITTED.resolve(object.name()).resolve(file.path());
                pages += file.broken() ? 0 : Decoded.pages(path).size();
            }
        }
        assertThat(good).isEqualTo(pages).isEqualTo(SampleScans.truth().size() - 1);
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
    void everyWordLiesInsideItsPageAndOnInk() throws IOException {
        for (SampleTruth.Page page : SampleScans.truth()) {
            Path file = COMMITTED.resolve(page.object()).resolve(page.file());
            BufferedImage image =
                    file.equals(BROKEN) ? null : Decoded.pages(file).get(page.index());
            for (SampleTruth.Word word : page.words()) {
                Quad box = word.quad();
                assertThat(box.left()).as(word.text()).isNotNegative();
                assertThat(box.top()).as(word.text()).isNotNegative();
                assertThat(box.right()).as(word.text()).isLessThanOrEqualTo(page.width());
                assertThat(box.bottom()).as(word.text()).isLessThanOrEqualTo(page.height());
                assertThat(image == null || darkest(image, box) < 120)
                        .as("%s on %s", word, page.file())
                        .isTrue();
            }
        }
    }

    @Test
    void everyPageButTheBlankVersoBearsWords() {
        assertThat(SampleScans.truth())
                .filteredOn(page -> page.words().isEmpty())
                .extracting(SampleTruth.Page::file)
                .containsExactly("leaf_2_verso.tif");
    }

    @Test
    void theTruthIsReadBackAsItWasWritten(@TempDir Path folder) throws IOException {
        SampleTruth.write(SampleScans.truth(), folder);

        assertThat(SampleTruth.load(folder)).isEqualTo(SampleScans.truth());
    }

    @Test
    void aPageOnItsSideIsToldInThePixelsOfItsRaster() {
        SampleTruth.Page page = SampleScans.truth().stream()
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
                darkest = Math.min(darkest, (image.getRGB(x, y) >> 8) & 0xff);
            }
        }
        return darkest;
    }
}
