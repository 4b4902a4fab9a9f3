package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Tessdata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongSTest {
    private static final DrawnPage OLD = DrawnPage.of(
            "The maſter of this houſe hath ſeen",
            "the ſhips ſail forth in ſtormy ſeaſon",
            "and muſt himſelf confeſs his loſſes.",
            "Moſt of his ſervants went aſhore and",
            "ſpent their ſilver on ſweet ſpices;",
            "ſome ſaid the eaſtern coaſt was beſt,",
            "others the iſlands of the weſt, but",
            "the reſt ſtayed ſilent as a ſtone,",
            "ſince they had ſerved upon the ſea.");

    @TempDir
    Path folder;

    @Test
    void aPageSetWithALongSIsReadByAModelThatKnowsIt() throws Exception {
        Tessdata installed = new Tessdata(List.of(), System.getenv());
        assumeTrue(
                LongS.MODELS.stream().anyMatch(model -> installed.find(model).isPresent()),
                "no model that knows the long s is installed (tesseract-ocr-script-frak)");
        Path page = Scan.png(folder.resolve("old.png"), OLD.image());
        try (Bench bench = new Bench(folder)) {
            PageText text = bench.read(page, 1);

            assertThat(text.engine().languages()).hasSize(2).startsWith("eng");
            assertThat(text.engine().parameters().get("read_by")).isIn(LongS.MODELS);
            assertThat(Bench.plain(text)).contains("houſe").contains("aſhore");
            // The next page is tried in the same way first, and a page of today is read as one
            assertThat(bench.read(page, 1).blocks()).isEqualTo(text.blocks());
            PageText today = bench.read(
                    Scan.png(folder.resolve("today.png"), DrawnPage.letter().image()), 1);
            assertThat(today.engine().languages()).containsExactly("eng");
            assertThat(Bench.plain(today)).isEqualTo(DrawnPage.letter().text());
        }
    }

    @Test
    void whereTheStepIsOffItIsNot() throws Exception {
        Path page = Scan.png(folder.resolve("off.png"), OLD.image());
        try (Bench bench = new Bench(folder)) {
            PageText text = bench.read(
                    new Request.Recognize(page.toString(), 0, 1, 300, List.of("eng"), EnumSet.of(ReadingStep.SIZE)),
                    Bench.PLENTY);

            assertThat(text.engine().languages()).containsExactly("eng");
            assertThat(Bench.plain(text)).doesNotContain("ſ");
        }
    }

    @Test
    void todaysTextIsNotSuspected() {
        String english = "The ships came home in the first days of spring, as fast as the east wind would carry us. ";

        assertThat(LongS.suspectedIn(blocks(english.repeat(20)))).isFalse();
        assertThat(LongS.suspectedIn(
                        blocks(english.repeat(20).replace("s ", "f ").replace("se", "fe"))))
                .isTrue();
        assertThat(LongS.suspectedIn(blocks("fff of off"))).isFalse();
    }

    @Test
    void modelsThatKnowItAreLeftAlone() {
        assertThat(LongS.unknownTo(List.of("fra", "lat"))).isTrue();
        assertThat(LongS.unknownTo(List.of("deu", "frk"))).isFalse();
    }

    private static List<Read.Block> blocks(String text) {
        Box box = new Box(0, 0, 10, 10);
        Read.Line line = new Read.Line(box, List.of(new Read.Word(text, box, 90)));
        return List.of(new Read.Block(box, List.of(line)));
    }
}
