package org.colophon.worker.image.measure;

/** How much of a page is written on. */
final class InkShare {
    /** Pixels of the measured raster, some 0.8 mm on a book page: lower marks are dust, or belong to higher ones. */
    private static final int LEAST_HEIGHT = 6;

    private static final int LEAST_AREA = 12;

    private InkShare() {}

    /** Of the page within its frame; what touches the edge of the page is mostly the shadow of a fold. */
    static double of(Written written) {
        long ink = 0;
        for (Mark mark : written.inside()) {
            boolean dust = mark.height() < LEAST_HEIGHT || mark.area() < LEAST_AREA;
            ink += dust || written.atEdge(mark) ? 0 : mark.area();
        }
        long page = (long) written.width() * written.height() - written.frameArea();
        return (double) ink / Math.max(1, page);
    }
}
