package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
    @Test
    void numbersAndPricesAreReadAlongWithWhatTheyBelongTo() {
        List<Read.Block> read = ReadingOrder.restore(List.of(
                block(line("1.", 0, 100), line("2.", 0, 140)),
                block(line("500", 600, 100), line("750", 600, 141)),
                block(line("Harbour at night", 100, 101), line("Boats on the shore", 100, 139))));

        assertThat(rows(read)).containsExactly("1. Harbour at night 500", "2. Boats on the shore 750");
        assertThat(read).hasSize(1);
        assertThat(read.get(0).lines().get(0).box()).isEqualTo(new Box(0, 100, 630, 121));
    }

    @Test
    void aSmallFigureThatHangsBelowTheLineStaysInItsRow() {
        List<Read.Block> read = ReadingOrder.restore(List.of(
                block(line("137.", 0, 100)),
                block(new Read.Line(new Box(60, 112, 80, 124), words("12", new Box(60, 112, 80, 124)))),
                block(line("Spring flowers in May", 100, 99))));

        assertThat(rows(read)).containsExactly("137. 12 Spring flowers in May");
    }

    @Test
    void columnsOfProseAreReadOneAfterTheOther() {
        List<Read.Block> blocks = List.of(
                block(line("It was a dark and", 0, 100), line("stormy night, when", 0, 140), line("the ship", 0, 180)),
                block(
                        line("came home to us all", 500, 100),
                        line("with its cargo of", 500, 140),
                        line("tea and", 500, 180)));

        assertThat(ReadingOrder.restore(blocks)).isEqualTo(blocks);
    }

    @Test
    void aNarrowBlockBetweenTwoColumnsJoinsNeither() {
        List<Read.Block> blocks = List.of(
                block(
                        line("It was a dark and", 0, 100),
                        line("stormy night, when", 0, 140),
                        line("the ship that", 0, 180)),
                block(line("5", 400, 100), line("6", 400, 140), line("7", 400, 180)),
                block(
                        line("came home to us all", 500, 100),
                        line("with its cargo of", 500, 140),
                        line("tea and spice", 500, 180)));

        assertThat(ReadingOrder.restore(blocks)).isEqualTo(blocks);
    }

    @Test
    void lineNumbersInBothMarginsDoNotBringTwoColumnsTogether() {
        List<Read.Block> blocks = List.of(
                block(line("5", 0, 60), line("6", 0, 101)),
                block(line("Of what befell the ship and her crew", 100, 60)),
                block(
                        line("It was a dark and", 100, 100),
                        line("stormy night, when", 100, 140),
                        line("the ship came home", 100, 180)),
                block(
                        line("again to the harbour", 400, 100),
                        line("of her own people,", 400, 140),
                        line("with tea and spice", 400, 180)),
                block(line("7", 700, 60), line("8", 700, 101)));

        List<String> rows = rows(ReadingOrder.restore(blocks));

        assertThat(rows).noneMatch(row -> row.contains("dark") && row.contains("harbour"));
    }

    @Test
    void textFromRightToLeftIsLeftAlone() {
        List<Read.Block> blocks =
                List.of(block(line("12", 600, 100)), block(line("ספינות חזרו הביתה באביב", 100, 100)));

        assertThat(ReadingOrder.restore(blocks)).isEqualTo(blocks);
    }

    @Test
    void aPageNumberAboveTheTextStaysWhereItIs() {
        List<Read.Block> blocks = List.of(
                block(line("14", 300, 20)),
                block(line("The harbour master wrote", 0, 100), line("his letters by the window", 0, 140)));

        assertThat(ReadingOrder.restore(blocks)).isEqualTo(blocks);
    }

    private static Read.Block block(Read.Line... lines) {
        Box box = lines[0].box();
        for (Read.Line line : lines) {
            box = box.with(line.box());
        }
        return new Read.Block(box, List.of(lines));
    }

    /** Letters 10 pixels wide and 20 high. */
    private static Read.Line line(String text, int left, int top) {
        Box box = new Box(left, top, left + 10 * text.length(), top + 20);
        return new Read.Line(box, words(text, box));
    }

    private static List<Read.Word> words(String text, Box box) {
        List<Read.Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            words.add(new Read.Word(word, box, 90));
        }
        return words;
    }

    private static List<String> rows(List<Read.Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block.lines().stream())
                .map(line -> String.join(
                        " ", line.words().stream().map(Read.Word::text).toList()))
                .toList();
    }
}
