package org.colophon.web.readingroom;

import java.util.ArrayList;
import java.util.List;
import org.colophon.worker.protocol.PageText;

/**
 * The text of a page as HTML needs it.
 *
 * @param paragraphs in reading order, none empty
 * @param engine who read it, e.g. {@code Tesseract 5.5.3}
 * @param confidence 0 to 100; null when nothing was read
 * @param unsure how many words the engine was unsure of
 */
record PageWords(List<Paragraph> paragraphs, String engine, Integer confidence, int unsure) {
    /** Below this confidence a word is marked. */
    static final int UNSURE_BELOW = 60;

    PageWords {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Lines that belong together. */
    record Paragraph(List<Line> lines) {
        Paragraph {
            lines = List.copyOf(lines);
        }
    }

    /** One printed line. */
    record Line(List<Run> runs) {
        Line {
            runs = List.copyOf(runs);
        }
    }

    /**
     * Neighbouring words that are equally trusted.
     *
     * @param text words with the spaces between them
     * @param sure whether the engine was sure of them
     */
    record Run(String text, boolean sure) {}

    static PageWords of(PageText text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (PageText.Block block : text.blocks()) {
            List<Line> lines = block.lines().stream()
                    .filter(line -> !line.words().isEmpty())
                    .map(line -> new Line(runs(line.words())))
                    .toList();
            if (!lines.isEmpty()) {
                paragraphs.add(new Paragraph(lines));
            }
        }
        int unsure = (int) text.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(line -> line.words().stream())
                .filter(word -> !sure(word))
                .count();
        String engine = text.engine().name() + " " + text.engine().version();
        return new PageWords(paragraphs, engine, text.confidence(), unsure);
    }

    /** Spaces at a border belong to the trusted side, so that no mark runs on beyond its word. */
    private static List<Run> runs(List<PageText.Word> words) {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            boolean sure = sure(words.get(i));
            boolean changes = i > 0 && sure(words.get(i - 1)) != sure;
            if (changes) {
                runs.add(new Run(sure ? text.toString() : text + " ", !sure));
                text.setLength(0);
            }
            if (i > 0 && (!changes || sure)) {
                text.append(' ');
            }
            text.append(words.get(i).text());
        }
        runs.add(new Run(text.toString(), sure(words.get(words.size() - 1))));
        return runs;
    }

    private static boolean sure(PageText.Word word) {
        return word.confidence() >= UNSURE_BELOW;
    }
}
