package org.colophon.worker.image.measure;

/** How much of a page is written on. */
final class InkShare {
    /** Pixels of the measured raster, some 0.8 mm on a book page: lower marks are dust, or belong to higher ones. */
    private static final int LEAST_HEIGHT = 6;

    private static final int LEAST_AREA = 12;

    /**
     * Pixels of the full raster: a mark that high there is a letter, however much a large sheet was scaled down. Where a
     * page of the usual size was scanned at 300 dpi both heights are the same.
     */
    private static final double FULL_HEIGHT = 14;

    /** Lower than this even noise is. */
    private static final int LOWEST = 2;

    private static final int SMALLEST = 3;

    private InkShare() {}

    /**
     * Of the page within its frame; what touches the edge of the page is mostly the shadow of a fold.
     *
     * @param reduction pixels of the full raster that became one, in each direction
     */
    static double of(Written written, double reduction) {
        int height = (int) Math.max(LOWEST, Math.min(LEAST_HEIGHT, Math.ceil(FULL_HEIGHT / reduction)));
        int area = Math.max(SMALLEST, LEAST_AREA * height * height / (LEAST_HEIGHT * LEAST_HEIGHT));
        long ink = 0;
        for (Mark mark : written.inside()) {
            boolean dust = mark.height() < height || mark.area() < area;
            ink += dust || written.atEdge(mark) ? 0 : mark.area();
        }
        long page = (long) written.width() * written.height() - written.frameArea();
        return (double) ink / Math.max(1, page);
    }
}
