package org.colophon.worker.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A page of 300 dpi set in the letters that PDFBox carries, and where each word's ink lies.
 *
 * @param image 8-bit grey
 * @param words in reading order
 */
record DrawnPage(BufferedImage image, List<Word> words) {
    private static final TrueTypeFont FONT = font();
    private static final int MARGIN = 120;
    private static final int LETTER_SIZE = 46;
    private static final int LINE_HEIGHT = 76;

    record Word(String text, Rectangle ink) {}

    /** Two paragraphs, the second after a gap. */
    static DrawnPage letter() {
        return of(
                "The harbour master wrote his letters",
                "by the window, and kept a copy of",
                "each in the green ledger below it.",
                "",
                "Seventeen ships came home that year;",
                "four brought timber from the north.");
    }

    /** One line of text an entry; an empty one leaves a gap. */
    static DrawnPage of(String... lines) {
        BufferedImage image =
                new BufferedImage(1300, 2 * MARGIN + lines.length * LINE_HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D ink = image.createGraphics();
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, image.getWidth(), image.getHeight());
        ink.setColor(Color.BLACK);
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            double x = MARGIN;
            for (String text : lines[i].split(" ", -1)) {
                Path2D shape = new Path2D.Double();
                x = set(text, x, MARGIN + (i + 1) * LINE_HEIGHT, shape) + advance(' ');
                ink.fill(shape);
                if (!text.isEmpty()) {
                    words.add(new Word(text, shape.getBounds()));
                }
            }
        }
        ink.dispose();
        return new DrawnPage(image, words);
    }

    /** The words, separated by spaces. */
    String text() {
        return String.join(" ", words.stream().map(Word::text).toList());
    }

    private static double set(String text, double x, double baseline, Path2D shape) {
        double scale = (double) LETTER_SIZE / unitsPerEm();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, baseline);
            shape.append(place.createTransformedShape(outline(letter)), false);
            x += advance(letter);
        }
        return x;
    }

    private static Shape outline(char letter) {
        try {
            return FONT.getGlyph().getGlyph(glyph(letter)).getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double advance(char letter) {
        try {
            return FONT.getAdvanceWidth(glyph(letter)) * (double) LETTER_SIZE / unitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int glyph(char letter) throws IOException {
        return FONT.getUnicodeCmapLookup().getGlyphId(letter);
    }

    private static int unitsPerEm() {
        try {
            return FONT.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont font() {
        String resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(DrawnPage.class.getResourceAsStream(resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
