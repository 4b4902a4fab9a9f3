package org.colophon.worker.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text of one page, as one recognition pass gave it. Immutable: ALTO, hOCR, plain text and PDF are written from it.
 * All places are in the master's stored pixels.
 *
 * @param width width of the master's stored raster, pixels
 * @param height height of the master's stored raster, pixels
 * @param orientation the orientation by which the raster was turned for reading, 1 to 8
 * @param blocks in reading order
 * @param engine who read it
 */
public record PageText(int width, int height, int orientation, List<Block> blocks, Engine engine) {
    public PageText {
        blocks = List.copyOf(blocks);
    }

    /** Number of characters of all words, without spaces (code points). */
    public int characters() {
        return words().mapToInt(
                        word -> word.text().codePointCount(0, word.text().length()))
                .sum();
    }

    /** Mean word confidence, 0 to 100, each word weighing its characters; null when nothing was read. */
    public Integer confidence() {
        int characters = characters();
        if (characters == 0) {
            return null;
        }
        double sum = words().mapToDouble(word -> word.confidence()
                        * word.text().codePointCount(0, word.text().length()))
                .sum();
        return (int) Math.round(sum / characters);
    }

    private Stream<Word> words() {
        return blocks.stream().flatMap(block -> block.lines().stream()).flatMap(line -> line.words().stream());
    }

    /** Lines that belong together: a paragraph, or another stretch of text the layout keeps apart. */
    public record Block(Quad quad, List<Line> lines) {
        public Block {
            lines = List.copyOf(lines);
        }
    }

    /** One line of text. */
    public record Line(Quad quad, List<Word> words) {
        public Line {
            words = List.copyOf(words);
        }
    }

    /**
     * One word.
     *
     * @param text its characters, no white space, no control characters
     * @param confidence 0 to 100
     */
    public record Word(String text, Quad quad, double confidence) {}

    /**
     * Who read the page, and how.
     *
     * @param name e.g. {@code Tesseract}
     * @param version e.g. {@code 5.5.3}
     * @param languages models used, in order
     * @param parameters every setting that is not the engine's default, sorted by name
     */
    public record Engine(String name, String version, List<String> languages, Map<String, String> parameters) {
        public Engine {
            languages = List.copyOf(languages);
            parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        }
    }
}
