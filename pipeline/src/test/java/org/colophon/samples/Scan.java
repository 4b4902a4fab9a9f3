package org.colophon.samples;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.colophon.worker.protocol.Quad;

/**
 * One page to be scanned.
 *
 * @param front what is printed on it
 * @param back what is printed on its other side, and shows through
 */
record Scan(Sheet front, Sheet back, Wear wear, Tint tint, Turn turn) {

    /** The scan's pixels, as stored. */
    BufferedImage image() {
        return tint.image(Scanner.scan(front, back, wear).turned(turn));
    }

    /** What stands on the scan and where. */
    SampleTruth.Page truth(String object, String file, int index) {
        int width = Scanner.pixels(front.width());
        int height = Scanner.pixels(front.height());
        AffineTransform toStored = turn.toStored(width, height);
        toStored.concatenate(Scanner.toPixels(front, wear));
        List<SampleTruth.Line> lines =
                front.lines().stream().map(line -> line(line, toStored)).toList();
        boolean upright = turn == Turn.NONE;
        return new SampleTruth.Page(
                object, file, index, upright ? width : height, upright ? height : width, turn.orientation(), lines);
    }

    private static SampleTruth.Line line(Sheet.Line line, AffineTransform toStored) {
        return new SampleTruth.Line(line.words().stream()
                .map(word -> new SampleTruth.Word(word.text(), quad(word.ink().getBounds2D(), toStored)))
                .toList());
    }

    private static Quad quad(Rectangle2D box, AffineTransform toStored) {
        Point2D[] corners = {
            new Point2D.Double(box.getMinX(), box.getMinY()),
            new Point2D.Double(box.getMaxX(), box.getMinY()),
            new Point2D.Double(box.getMaxX(), box.getMaxY()),
            new Point2D.Double(box.getMinX(), box.getMaxY())
        };
        toStored.transform(corners, 0, corners, 0, corners.length);
        int[] at = new int[8];
        for (int i = 0; i < corners.length; i++) {
            at[2 * i] = (int) Math.round(corners[i].getX());
            at[2 * i + 1] = (int) Math.round(corners[i].getY());
        }
        return new Quad(at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7]);
    }
}
