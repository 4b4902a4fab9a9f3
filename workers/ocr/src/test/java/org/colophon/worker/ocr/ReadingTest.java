package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
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
    void aTypesetPageIsReadWordForWord() throws Exception {
        PageText text = bench.read(Scan.png(folder.resolve("letter.png"), LETTER.image()), 1);

        assertThat(Bench.plain(text)).isEqualTo(LETTER.text());
        assertThat(Bench.words(text)).allSatisfy(word -> {
            assertThat(word.text()).doesNotContainAnyWhitespaces().isNotEmpty();
            assertThat(word.confidence()).isBetween(0.0, 100.0);
        });
        assertThat(text.confidence()).isGreaterThan(80);
    }

    @Test
    void eachParagraphIsABlockAndEachLineALine() throws Exception {
        PageText text = bench.read(Scan.png(folder.resolve("blocks.png"), LETTER.image()), 1);

        assertThat(text.blocks()).hasSize(2);
        assertThat(text.blocks().get(0).lines()).hasSize(3);
        assertThat(text.blocks().get(1).lines()).hasSize(2);
        assertThat(text.blocks().get(1).quad().top())
                .isGreaterThan(text.blocks().get(0).quad().bottom());
    }

    @Test
    void theTextSaysWhoReadItAndHow() throws Exception {
        PageText.Engine engine = bench.read(Scan.png(folder.resolve("who.png"), LETTER.image()), 1)
                .engine();

        assertThat(engine.name()).isEqualTo("Tesseract");
        assertThat(engine.version()).startsWith("5.");
        assertThat(engine.languages()).containsExactly("eng");
        assertThat(engine.parameters())
                .containsEntry("dpi", "270")
                .containsEntry("steps", "size deskew background rows long-s")
                .containsKey("letter_height")
                .containsEntry("tessedit_pageseg_mode", "3")
                .containsEntry("tessedit_do_invert", "0");
    }

    @Test
    void withoutAnyStepThePageIsReadAsItIsAndItsResolutionBelieved() throws Exception {
        Path page = Scan.png(folder.resolve("plain.png"), LETTER.image());

        PageText text =
                bench.read(new Request.Recognize(page.toString(), 0, 1, 300, List.of("eng"), Set.of()), Bench.PLENTY);

        assertThat(text.engine().parameters())
                .containsEntry("dpi", "300")
                .containsEntry("steps", "")
                .doesNotContainKeys("letter_height", "scale", "deskew");
        assertThat(Bench.plain(text)).isEqualTo(LETTER.text());
    }

    @Test
    void anAbsurdResolutionIsNotBelieved() throws Exception {
        Path page = Scan.png(folder.resolve("dpi.png"), LETTER.image());

        PageText text =
                bench.read(new Request.Recognize(page.toString(), 0, 1, 1, List.of("eng"), Set.of()), Bench.PLENTY);

        assertThat(text.engine().parameters()).containsEntry("dpi", "estimated");
        assertThat(Bench.plain(text)).isEqualTo(LETTER.text());
    }

    @Test
    void aBlankPageHasNoWords() throws Exception {
        PageText text = bench.read(
                Scan.png(
                        folder.resolve("blank.png"),
                        DrawnPage.of("", "", "", "").image()),
                1);

        assertThat(text.blocks()).isEmpty();
        assertThat(text.confidence()).isNull();
    }

    @Test
    void noiseIsKnownForWhatItIsBeforeTheEngineSpendsSecondsOnIt() throws Exception {
        BufferedImage noise = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(7);
        for (int y = 0; y < noise.getHeight(); y++) {
            for (int x = 0; x < noise.getWidth(); x++) {
                noise.getRaster().setSample(x, y, 0, random.nextInt(256));
            }
        }

        PageText text = bench.read(Scan.png(folder.resolve("noise.png"), noise), 1);

        assertThat(text.blocks()).isEmpty();
        assertThat(text.confidence()).isNull();
        assertThat(text.engine().parameters().get("letters")).startsWith("none among");
    }

    @Test
    void lettersAmongSpecksAreReadAllTheSame() throws Exception {
        BufferedImage page = new BufferedImage(1300, 2400, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D on = page.createGraphics();
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, 1300, 2400);
        on.drawImage(LETTER.image(), 0, 0, null);
        on.dispose();
        Random random = new Random(7);
        for (int i = 0; i < 30_000; i++) {
            page.getRaster().setSample(random.nextInt(1300), 800 + random.nextInt(1600), 0, 0);
        }

        assertThat(Bench.plain(bench.read(Scan.png(folder.resolve("specks.png"), page), 1)))
                .contains("The harbour master wrote his letters");
    }

    @Test
    void aPageOfAFewPixelsHasNoWords() throws Exception {
        BufferedImage dot = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);

        assertThat(bench.read(Scan.png(folder.resolve("dot.png"), dot), 1).blocks())
                .isEmpty();
    }

    @Test
    void theAskedPageOfAMultiPageTiffIsRead() throws Exception {
        DrawnPage second = DrawnPage.of("Another page entirely.");
        Path file = Scan.tiff(folder.resolve("two.tif"), 1, null, List.of(LETTER.image(), second.image()));

        PageText text = bench.read(
                new Request.Recognize(file.toString(), 1, 1, 300, List.of("eng"), ReadingStep.ALL), Bench.PLENTY);

        assertThat(Bench.plain(text)).isEqualTo(second.text());
        assertThat(text.height()).isEqualTo(second.image().getHeight());
    }

    @Test
    void severalLanguagesShareOneHandle() throws Exception {
        Path models = Files.createDirectories(folder.resolve("models/script"));
        Files.copy(folder.resolve("natives/tessdata/eng.traineddata"), models.resolve("Zzzz.traineddata"));
        Path page = Scan.png(folder.resolve("languages.png"), LETTER.image());
        List<String> languages = List.of("script/Zzzz", "eng");
        try (Bench several = new Bench(folder, models.getParent())) {
            PageText text = several.read(
                    new Request.Recognize(page.toString(), 0, 1, 300, languages, ReadingStep.ALL), Bench.PLENTY);

            assertThat(Bench.plain(text)).isEqualTo(LETTER.text());
            assertThat(text.engine().languages()).containsExactlyElementsOf(languages);
        }
    }

    @Test
    void moreLanguagesThanAreKeptWarmAreReadAllTheSame() throws Exception {
        Path models = Files.createDirectories(folder.resolve("many"));
        Path page = Scan.png(
                folder.resolve("many.png"), DrawnPage.of("Many languages").image());
        for (char name = 'a'; name < 'g'; name++) {
            Files.copy(
                    folder.resolve("natives/tessdata/eng.traineddata"), models.resolve("zz" + name + ".traineddata"));
        }
        try (Bench many = new Bench(folder, models)) {
            for (String name : List.of("zza", "zzb", "zzc", "zzd", "zze", "zza", "zzf", "zzb")) {
                Request.Recognize request =
                        new Request.Recognize(page.toString(), 0, 1, 300, List.of(name), ReadingStep.ALL);

                assertThat(Bench.plain(many.read(request, Bench.PLENTY))).isEqualTo("Many languages");
            }
        }
    }
}
