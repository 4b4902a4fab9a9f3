package org.colophon.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Puts a sheet on the glass: prints it, lets the other side show through, lights it unevenly, blurs it, adds noise. */
final class Scanner {
    /** Resolution of every sample, dots per inch. */
    static final int DPI = 300;

    private static final double SCALE = DPI / 72.0;

    private Scanner() {}

    /** The pixel size of a sheet's scan, upright. */
    static int pixels(double points) {
        return (int) Math.round(points * SCALE);
    }

    /** From points on the sheet to upright pixels of its scan: a turn about the middle by the skew. */
    static AffineTransform toPixels(Sheet sheet, Wear wear) {
        AffineTransform map = new AffineTransform();
        map.rotate(Math.toRadians(wear.skew()), pixels(sheet.width()) / 2.0, pixels(sheet.height()) / 2.0);
        map.translate(-wear.dark() * SCALE * side(wear), 0);
        map.scale(SCALE, SCALE);
        return map;
    }

    /** The scanner's bed is seen at the edge away from the fold: the sheet moves the other way. */
    private static double side(Wear wear) {
        return wear.fold() == Wear.Fold.RIGHT ? -1 : wear.fold() == Wear.Fold.MIDDLE ? 0 : 1;
    }

    /** The upright scan of a sheet, before the raster is turned. */
    static Raster scan(Sheet sheet, Sheet behind, Wear wear) {
        AffineTransform toPixels = toPixels(sheet, wear);
        AffineTransform mirrored = new AffineTransform(toPixels);
        mirrored.concatenate(new AffineTransform(-1, 0, 0, 1, behind.width(), 0));
        Raster ink = print(sheet, sheet, toPixels);
        Raster through = print(sheet, behind, mirrored).smoothed(4);
        Raster page = new Glass(sheet, wear, toPixels).expose(ink, through);
        return new Sensor(wear).read(page);
    }

    private static Raster print(Sheet size, Sheet sheet, AffineTransform toPixels) {
        BufferedImage coverage =
                new BufferedImage(pixels(size.width()), pixels(size.height()), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = coverage.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(new Color(150, 150, 150));
        pen.setTransform(toPixels);
        for (Shape rule : sheet.rules()) {
            pen.fill(rule);
        }
        pen.setColor(Color.WHITE);
        sheet.lines().forEach(line -> line.words().forEach(word -> pen.fill(word.ink())));
        pen.dispose();
        return Raster.of(coverage);
    }
}
