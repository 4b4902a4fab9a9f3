package org.colophon.samples;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.Stream;

/**
 * One printed sheet before time and the scanner touch it. Lengths are points (1/72 inch), origin top left, y down.
 *
 * @param lines the text in reading order, lines as set
 * @param rules ink that is no text: ruled lines, ornaments
 */
record Sheet(double width, double height, List<Line> lines, List<Shape> rules) {
    Sheet {
        lines = List.copyOf(lines);
        rules = List.copyOf(rules);
    }

    /** A sheet with nothing on it. */
    static Sheet blank(double width, double height) {
        return new Sheet(width, height, List.of(), List.of());
    }

    /** This sheet and another to its right, as an open book shows them. */
    Sheet beside(Sheet right) {
        AffineTransform shift = AffineTransform.getTranslateInstance(width, 0);
        List<Line> moved = right.lines.stream().map(line -> line.moved(shift)).toList();
        List<Shape> movedRules =
                right.rules.stream().map(shift::createTransformedShape).toList();
        return new Sheet(
                width + right.width,
                Math.max(height, right.height),
                Stream.concat(lines.stream(), moved.stream()).toList(),
                Stream.concat(rules.stream(), movedRules.stream()).toList());
    }

    /** One line of text. */
    record Line(List<Word> words) {
        Line {
            words = List.copyOf(words);
        }

        private Line moved(AffineTransform shift) {
            return new Line(words.stream()
                    .map(word -> new Word(word.text, new Path2D.Double(word.ink, shift)))
                    .toList());
        }
    }

    /** One word and the ink it is printed with. */
    record Word(String text, Path2D ink) {}
}
