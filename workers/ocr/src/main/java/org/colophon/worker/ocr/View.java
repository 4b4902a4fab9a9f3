package org.colophon.worker.ocr;

import org.colophon.worker.protocol.Quad;

/**
 * How the raster that is read lies to the one that is stored: the stored raster was turned upright, then straightened
 * by a small angle on a sheet large enough for it, then scaled. Places are edges between pixels.
 *
 * @param turn from the stored raster to the upright page
 * @param degrees by which the upright page was turned clockwise about its middle, 0 when it was not
 * @param sheetWidth pixels of the sheet it was turned on; the page's own width when it was not turned
 * @param sheetHeight pixels
 * @param scale pixels of the raster that is read for one of the sheet
 */
record View(Turn turn, double degrees, int sheetWidth, int sheetHeight, double scale) {

    /** Of a page that is read as it is. */
    static View plain(Turn turn) {
        return new View(turn, 0, turn.pageWidth(), turn.pageHeight(), 1);
    }

    /** A box of the raster that was read, in the stored raster's pixels: corners in the reader's order. */
    Quad toStored(Box box) {
        if (degrees == 0) {
            // Scaling keeps a box a box: whole pixels on both axes.
            long left = Math.round(box.left() / scale);
            long top = Math.round(box.top() / scale);
            return turn.toStored(
                    within(left, turn.pageWidth()),
                    within(top, turn.pageHeight()),
                    within(Math.max(left + 1, Math.round(box.right() / scale)), turn.pageWidth()),
                    within(Math.max(top + 1, Math.round(box.bottom() / scale)), turn.pageHeight()));
        }
        long[] topLeft = onPage(box.left(), box.top());
        long[] topRight = onPage(box.right(), box.top());
        long[] bottomRight = onPage(box.right(), box.bottom());
        long[] bottomLeft = onPage(box.left(), box.bottom());
        return new Quad(
                x(topLeft), y(topLeft),
                x(topRight), y(topRight),
                x(bottomRight), y(bottomRight),
                x(bottomLeft), y(bottomLeft));
    }

    /** The corner of the upright page that a corner of the raster came from, rounded to whole pixels. */
    private long[] onPage(double x, double y) {
        double fromMiddleX = x / scale - sheetWidth / 2.0;
        double fromMiddleY = y / scale - sheetHeight / 2.0;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new long[] {
            Math.round(turn.pageWidth() / 2.0 + cos * fromMiddleX + sin * fromMiddleY),
            Math.round(turn.pageHeight() / 2.0 - sin * fromMiddleX + cos * fromMiddleY)
        };
    }

    private int x(long[] page) {
        return turn.x(within(page[0], turn.pageWidth()), within(page[1], turn.pageHeight()));
    }

    private int y(long[] page) {
        return turn.y(within(page[0], turn.pageWidth()), within(page[1], turn.pageHeight()));
    }

    private static int within(long place, int size) {
        return (int) Math.max(0, Math.min(size, place));
    }
}
