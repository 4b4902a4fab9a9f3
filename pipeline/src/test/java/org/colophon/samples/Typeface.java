package org.colophon.samples;

import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A typeface as outlines, read from the class path: a machine without fonts, or with other ones, sets the same page. The
 * faces are Liberation 2.1.2 (SIL Open Font License 1.1).
 */
final class Typeface {
    private static final String FOLDER = "/com/mpobjects/jasperreports/fonts/liberation/";
    /** Outlines are flattened this finely (points), so that bounds are of the ink and not of its control points. */
    private static final double FLATNESS = 0.01;

    static final Typeface SERIF = new Typeface("LiberationSerif-Regular");
    static final Typeface ITALIC = new Typeface("LiberationSerif-Italic");
    static final Typeface BOLD = new Typeface("LiberationSerif-Bold");
    static final Typeface SANS = new Typeface("LiberationSans-Regular");
    static final Typeface MONO = new Typeface("LiberationMono-Regular");

    private final String name;
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final KerningSubtable kerning;

    private Typeface(String file) {
        name = file;
        try (InputStream in = Typeface.class.getResourceAsStream(FOLDER + file + ".ttf")) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            characters = font.getUnicodeCmapLookup();
            kerning = font.getKerning() == null ? null : font.getKerning().getHorizontalKerningSubtable();
        } catch (IOException e) {
            throw new UncheckedIOException("The typeface " + file + " could not be read from the class path", e);
        }
    }

    /** Width of a text set at {@code size} points, in points. */
    double width(String text, double size) {
        return walk(text, size, 0, 0, null);
    }

    /** The ink of a text set at {@code size} points with its baseline beginning at x, y (points, y down). */
    Path2D ink(String text, double size, double x, double y) {
        Path2D ink = new Path2D.Double(Path2D.WIND_NON_ZERO);
        walk(text, size, x, y, ink);
        return ink;
    }

    private double walk(String text, double size, double x, double y, Path2D ink) {
        double scale;
        double pen = 0;
        try {
            scale = size / font.getUnitsPerEm();
            int before = 0;
            for (int character : text.codePoints().toArray()) {
                int glyph = characters.getGlyphId(character);
                if (glyph == 0) {
                    throw new IllegalArgumentException(name + " has no glyph for '" + Character.toString(character)
                            + "' in \"" + text + "\": write it another way");
                }
                pen += kerning == null || before == 0 ? 0 : kerning.getKerning(before, glyph) * scale;
                if (ink != null) {
                    append(ink, glyph, new AffineTransform(scale, 0, 0, -scale, x + pen, y));
                }
                pen += font.getAdvanceWidth(glyph) * scale;
                before = glyph;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The typeface " + name + " is damaged", e);
        }
        return pen;
    }

    private void append(Path2D ink, int glyph, AffineTransform place) throws IOException {
        var data = font.getGlyph().getGlyph(glyph);
        GeneralPath outline = data == null ? null : data.getPath();
        if (outline != null) {
            ink.append(new FlatteningPathIterator(outline.getPathIterator(place), FLATNESS), false);
        }
    }
}
