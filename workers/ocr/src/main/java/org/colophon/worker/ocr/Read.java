package org.colophon.worker.ocr;

import java.util.List;

/** What the engine read, in pixels of the raster it was given. */
final class Read {
    private Read() {}

    /** A paragraph, or another stretch of lines the layout keeps apart. */
    record Block(Box box, List<Line> lines) {
        Block {
            lines = List.copyOf(lines);
        }
    }

    /** A line, or the part of one that lies in its block. */
    record Line(Box box, List<Word> words) {
        Line {
            words = List.copyOf(words);
        }

        /** Characters with one space between words (UTF-16 units). */
        int length() {
            return words.stream().mapToInt(word -> word.text().length()).sum() + Math.max(0, words.size() - 1);
        }
    }

    /** @param confidence 0 to 100 */
    record Word(String text, Box box, double confidence) {}
}
