package org.colophon.worker.image.measure;

/** How steep the edges of letters are. */
final class Sharpness {
    private Sharpness() {}

    /**
     * 1 less the width of edges in pixels by the root of the letters' height in pixels: twice the resolution makes edges
     * and letters twice as wide, and a better scan has steeper edges for it; the root stands between the two. Null
     * without edges.
     */
    static Double of(EdgeWidths edges, Grey page, double textHeight) {
        Double width = edges.typical();
        if (width == null || textHeight <= 0) {
            return null;
        }
        double height = textHeight * edges.scale(page);
        return Math.max(0, 1 - width / Math.sqrt(height));
    }
}
