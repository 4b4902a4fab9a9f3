package org.colophon.worker.image.measure;

import org.colophon.worker.protocol.Measures;

/** Everything that is measured on the pixels of a page, in order. */
public final class PageMeasures {
    /** From here on, lines seem to run from top to bottom, and what they look like is asked of columns. */
    private static final double SIDEWAYS = 0.5;

    private PageMeasures() {}

    /**
     * Measures a page; every number is finite, whatever the page is.
     *
     * @param page upright, small
     * @param edges gathered from the full raster
     */
    public static Measures of(Grey page, EdgeWidths edges) {
        Grey positive = Polarity.lightOnDark(page) ? page.inverted() : page;
        Written written = Written.of(Ink.of(positive, Paper.of(positive)));
        double ink = InkShare.of(written, edges.reduction(page));
        Double sideways = Direction.sideways(written);
        if (sideways == null) {
            return new Measures(ink, null, null, null, null, null, null);
        }
        Profiles profiles = sideways > SIDEWAYS ? Profiles.down(written) : Profiles.across(written);
        Slope slope = Slope.of(profiles);
        if (slope == null) {
            return new Measures(ink, null, null, null, null, null, null);
        }
        // Columns lean to the left where rows fall to the right
        double fall = sideways > SIDEWAYS ? -slope.fall() : slope.fall();
        return new Measures(
                ink,
                Math.toDegrees(Math.atan(fall)),
                sideways,
                sideways > SIDEWAYS ? Double.valueOf(0.5) : Double.valueOf(Headstand.of(written, profiles, slope)),
                Sharpness.of(edges, page, written.textHeight()),
                Margins.of(written),
                Likeness.of(written, fall));
    }
}
