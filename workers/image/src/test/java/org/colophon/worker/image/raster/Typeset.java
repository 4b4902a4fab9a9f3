package org.colophon.worker.image.raster;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Pages of 150 dpi set in the letters that PDFBox carries: a fresh machine may have no fonts. */
final class Typeset {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1400;
    private static final int MARGIN = 130;
    private static final int LETTER_SIZE = 26;
    private static final int LINE_HEIGHT = 40;
    private static final TrueTypeFont FONT = font();
    private static final List<String> WORDS = List.of(
            "The",
            "harbour",
            "master",
            "wrote",
            "his",
            "letters",
            "by",
            "the",
            "window",
            "and",
            "kept",
            "a",
            "copy",
            "of",
            "each",
            "in",
            "green",
            "ledger",
            "below",
            "it",
            "Seventeen",
            "ships",
            "came",
            "home",
            "that",
            "year;",
            "four",
            "brought",
            "timber",
            "from",
            "north",
            "others",
            "herring,",
            "salt",
            "for",
            "everybody",
            "upper");

    private Typeset() {}

    /** A full page; another number, other words. */
    static Plate page(int number) {
        BufferedImage page = sheet(Color.WHITE);
        Graphics2D pen = pen(page, Color.BLACK);
        int word = number * 11;
        for (int y = MARGIN + LINE_HEIGHT; y < HEIGHT - MARGIN; y += LINE_HEIGHT) {
            double x = MARGIN;
            while (true) {
                // A step that grows takes another way through the words on each page
                String text = WORDS.get((word * (number + 3) + word / 7) % WORDS.size());
                if (x + width(text) > WIDTH - MARGIN) {
                    break;
                }
                x = set(pen, text, x, y) + LETTER_SIZE / 3.0;
                word++;
            }
        }
        pen.dispose();
        return Plate.of(page);
    }

    /** A sheet of any size with a few lines on it, in letters of so many pixels from one line to the next. */
    static Plate large(int width, int height, double size) {
        BufferedImage page = sheet(Color.WHITE, width, height);
        Graphics2D pen = pen(page, Color.BLACK);
        pen.scale(size / LETTER_SIZE, size / LETTER_SIZE);
        for (int line = 5; line < 25; line++) {
            set(pen, "The harbour master wrote his letters by the window", MARGIN, line * LINE_HEIGHT);
        }
        pen.dispose();
        return Plate.of(page);
    }

    /** A page with nothing on it but this, at a place. */
    static Plate only(String text, int x, int y) {
        BufferedImage page = sheet(Color.WHITE);
        Graphics2D pen = pen(page, Color.BLACK);
        set(pen, text, x, y);
        pen.dispose();
        return Plate.of(page);
    }

    static Plate empty(int width, int height, int level) {
        byte[] values = new byte[width * height];
        Arrays.fill(values, (byte) level);
        return new Plate(width, height, values);
    }

    private static BufferedImage sheet(Color paper) {
        return sheet(paper, WIDTH, HEIGHT);
    }

    private static BufferedImage sheet(Color paper, int width, int height) {
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(paper);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return sheet;
    }

    private static Graphics2D pen(BufferedImage page, Color ink) {
        Graphics2D pen = page.createGraphics();
        pen.setColor(ink);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }

    private static double set(Graphics2D pen, String text, double x, double baseline) {
        double scale = (double) LETTER_SIZE / unitsPerEm();
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            Path2D shape = new Path2D.Double(outline(text.charAt(i)));
            shape.transform(new AffineTransform(scale, 0, 0, -scale, at, baseline));
            pen.fill(shape);
            at += advance(text.charAt(i));
        }
        return at;
    }

    private static double width(String text) {
        return text.chars().mapToDouble(letter -> advance((char) letter)).sum();
    }

    private static Path2D outline(char letter) {
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
            return new TTFParser().parse(new RandomAccessReadBuffer(Typeset.class.getResourceAsStream(resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
