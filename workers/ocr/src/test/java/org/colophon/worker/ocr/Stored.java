package org.colophon.worker.ocr;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.colophon.worker.protocol.Quad;

/**
 * A page as a scanner stores it lying on its side or mirrored, by the very words of TIFF 6.0 §8: where the 0th row and
 * the 0th column lie. Written apart from {@link Turn}, so that the one can be held against the other.
 */
final class Stored {
    private static final String[] ROW_0 = {"top", "top", "bottom", "bottom", "left", "right", "right", "left"};
    private static final String[] COLUMN_0 = {"left", "right", "right", "left", "top", "top", "bottom", "bottom"};

    private Stored() {}

    /** Where a pixel of the stored raster lies on an upright page of this size. */
    static Point onPage(int orientation, int column, int row, int pageWidth, int pageHeight) {
        Point place = new Point();
        put(place, ROW_0[orientation - 1], row, pageWidth, pageHeight);
        put(place, COLUMN_0[orientation - 1], column, pageWidth, pageHeight);
        return place;
    }

    private static void put(Point place, String edge, int distance, int pageWidth, int pageHeight) {
        switch (edge) {
            case "top" -> place.y = distance;
            case "bottom" -> place.y = pageHeight - 1 - distance;
            case "left" -> place.x = distance;
            default -> place.x = pageWidth - 1 - distance;
        }
    }

    /** The raster of an upright page. */
    static BufferedImage raster(BufferedImage page, int orientation) {
        boolean swapped = orientation >= 5;
        int width = swapped ? page.getHeight() : page.getWidth();
        int height = swapped ? page.getWidth() : page.getHeight();
        BufferedImage raster = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                Point from = onPage(orientation, column, row, page.getWidth(), page.getHeight());
                raster.getRaster().setSample(column, row, 0, page.getRaster().getSample(from.x, from.y, 0));
            }
        }
        return raster;
    }

    /** Where a quad of the stored raster lies on the upright page. */
    static Rectangle onPage(int orientation, Quad quad, BufferedImage page) {
        Point first = onPage(orientation, quad.left(), quad.top(), page.getWidth(), page.getHeight());
        Point last = onPage(orientation, quad.right() - 1, quad.bottom() - 1, page.getWidth(), page.getHeight());
        Rectangle box = new Rectangle(first.x, first.y, 1, 1);
        return box.union(new Rectangle(last.x, last.y, 1, 1));
    }
}
