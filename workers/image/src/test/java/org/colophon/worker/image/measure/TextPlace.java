package org.colophon.worker.image.measure;

import java.util.function.ToIntFunction;

/**
 * Where the text of a page stands, strays aside; pixels of the measured raster, which is {@code width} wide.
 */
public record TextPlace(int width, int left, int top, int right, int bottom, double letterHeight) {
    private static final double STRAYS = 0.01;

    /** Of a page that has text. */
    public static TextPlace of(Grey page) {
        Written written = Written.of(Ink.of(page, Paper.of(page)));
        return new TextPlace(
                page.width(),
                place(written, Mark::left, STRAYS),
                place(written, Mark::top, STRAYS),
                place(written, Mark::right, 1 - STRAYS),
                place(written, Mark::bottom, 1 - STRAYS),
                written.textHeight());
    }

    private static int place(Written written, ToIntFunction<Mark> place, double share) {
        int[] places = written.letters().stream().mapToInt(place).sorted().toArray();
        return places[(int) (share * (places.length - 1))];
    }
}
