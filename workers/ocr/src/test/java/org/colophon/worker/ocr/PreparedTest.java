package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Quad;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of any size and angle are read alike, and their words found where they lie on the master. */
class PreparedTest {
    @TempDir
    static Path folder;

    private static final DrawnPage PAGE = DrawnPage.of(
            "The harbour master wrote his letters",
            "by the window, and kept a copy of",
            "each in the green ledger below it.",
            "Seventeen ships came home that year;",
            "four brought timber from the north,",
            "and the others salt, wine and iron.",
            "Nobody in the town remembered when",
            "so many masts had stood in the bay.");
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
    @CsvSource({
        "1, 0, 1, 255",
        "0.5, 0, 1, 255",
        "2, 0, 1, 255",
        "4, 0, 1, 255",
        "1, 3, 1, 255",
        "1, -4.5, 1, 200",
        "0.6, 2, 6, 255",
        "3, -2, 3, 180",
        "1.5, 3, 8, 255"
    })
    void wordsAreFoundWhereTheyLieOnTheMaster(double size, double degrees, int orientation, int paper)
            throws Exception {
        AffineTransform place = new AffineTransform();
        double width = PAGE.image().getWidth() * size;
        double height = PAGE.image().getHeight() * size;
        double margin = 0.1 * width;
        place.translate(margin, margin);
        place.rotate(Math.toRadians(degrees), width / 2, height / 2);
        place.scale(size, size);
        BufferedImage page = draw(place, (int) (width + 2 * margin), (int) (height + 2 * margin), paper);
        Path file =
                Scan.png(folder.resolve("p" + size + degrees + orientation + ".png"), Stored.raster(page, orientation));

        PageText text = bench.read(file, orientation);

        assertThat(Bench.plain(text)).isEqualTo(PAGE.text());
        List<PageText.Word> words = Bench.words(text);
        long placed = 0;
        for (int i = 0; i < words.size(); i++) {
            Rectangle ink =
                    place.createTransformedShape(PAGE.words().get(i).ink()).getBounds();
            Quad quad = words.get(i).quad();
            placed += overlap(ink, Stored.onPage(orientation, quad, page)) >= 0.7 ? 1 : 0;
        }
        assertThat((double) placed / words.size()).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @CsvSource({"1300, 34", "1300, 70", "40, 900", "33, 33", "3000, 20"})
    void aStripIsReadOrFoundEmptyButNeverFails(int width, int height) throws Exception {
        BufferedImage strip = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D on = strip.createGraphics();
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, width, height);
        on.drawImage(PAGE.image(), 0, -155, null);
        on.dispose();

        PageText text = bench.read(Scan.png(folder.resolve("strip" + width + "x" + height + ".png"), strip), 1);

        assertThat(text.width()).isEqualTo(width);
    }

    @Test
    void whatWasDoneIsOnRecord() throws Exception {
        AffineTransform place = AffineTransform.getRotateInstance(
                Math.toRadians(3), PAGE.image().getWidth() / 2.0, PAGE.image().getHeight() / 2.0);
        BufferedImage page = draw(place, PAGE.image().getWidth(), PAGE.image().getHeight(), 255);
        Path file = Scan.png(folder.resolve("record.png"), page);

        PageText.Engine engine = bench.read(file, 1).engine();

        assertThat(Double.parseDouble(engine.parameters().get("deskew"))).isBetween(-3.3, -2.7);
        assertThat(Double.parseDouble(engine.parameters().get("letter_height"))).isBetween(18.0, 28.0);
        assertThat(Double.parseDouble(engine.parameters().get("scale"))).isBetween(0.6, 1.0);
    }

    @Test
    void withoutTheStepASlantedPageIsLeftAsItIs() throws Exception {
        AffineTransform place = AffineTransform.getRotateInstance(Math.toRadians(3), 650, 400);
        Path file = Scan.png(folder.resolve("left.png"), draw(place, 1300, 900, 255));

        PageText.Engine engine = bench.read(
                        new Request.Recognize(file.toString(), 0, 1, 300, List.of("eng"), EnumSet.of(ReadingStep.SIZE)),
                        Bench.PLENTY)
                .engine();

        assertThat(engine.parameters()).doesNotContainKey("deskew").containsKey("scale");
    }

    @Test
    void lettersAreToldFromADarkSheetOnAWhiteGround() throws Exception {
        // By one threshold for all of it, the whole sheet would be ink
        BufferedImage page = draw(AffineTransform.getTranslateInstance(200, 200), 1700, 1250, 255);
        Graphics2D shade = page.createGraphics();
        shade.setColor(new Color(0, 0, 0, 150));
        shade.fillRect(150, 150, 1400, 950);
        shade.dispose();
        Path file = Scan.png(folder.resolve("dark.png"), page);

        PageText text = bench.read(file, 1);

        assertThat(Bench.plain(text)).isEqualTo(PAGE.text());
    }

    @Test
    void aListIsReadRowByRow() throws Exception {
        Path file = Scan.png(folder.resolve("list.png"), list());

        PageText text = bench.read(file, 1);

        List<String> rows = text.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .map(line -> String.join(
                        " ", line.words().stream().map(PageText.Word::text).toList()))
                .toList();
        assertThat(rows).contains("136. Harbour at night 1000", "139. The old bridge 450");
    }

    /** Numbers, titles and prices, each in a column of its own with wide gaps. */
    private static BufferedImage list() {
        String[] numbers = {"136.", "137.", "138.", "139.", "140.", "141."};
        String[] titles = {
            "Harbour at night", "Spring flowers", "Woman reading", "The old bridge", "Winter morning", "Boats ashore"
        };
        String[] prices = {"1000", "500", "1500", "450", "250", "200"};
        BufferedImage page = new BufferedImage(1900, 900, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D on = page.createGraphics();
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, 1900, 900);
        on.drawImage(DrawnPage.of(numbers).image().getSubimage(0, 0, 400, 690), 0, 0, null);
        on.drawImage(DrawnPage.of(titles).image().getSubimage(100, 0, 1000, 690), 400, 0, null);
        on.drawImage(DrawnPage.of(prices).image().getSubimage(100, 0, 400, 690), 1450, 0, null);
        on.dispose();
        return page;
    }

    private static BufferedImage draw(AffineTransform place, int width, int height, int paper) {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D on = page.createGraphics();
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, width, height);
        on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        on.drawImage(PAGE.image(), place, null);
        on.dispose();
        for (int y = 0; y < height && paper < 255; y++) {
            for (int x = 0; x < width; x++) {
                int grey = page.getRaster().getSample(x, y, 0);
                page.getRaster().setSample(x, y, 0, grey * paper / 255);
            }
        }
        return page;
    }

    private static double overlap(Rectangle one, Rectangle other) {
        Rectangle both = one.intersection(other);
        double shared = both.isEmpty() ? 0 : (double) both.width * both.height;
        return shared / ((double) one.width * one.height + (double) other.width * other.height - shared);
    }
}
