package org.colophon.worker.image.layout;

/**
 * What a walk over a file's structure found, nothing decoded. Made by {@link Layouts}; a format with a structure of its
 * own has a record here, all others are {@link OtherLayout}.
 */
public sealed interface Layout
        permits TiffLayout, JpegLayout, PngLayout, PdfLayout, Jpeg2000Layout, SimpleLayout, OtherLayout {

    /** What the file is. */
    Format format();

    /** Pages in the file, at least 1. */
    int pages();

    /** The first flaw anywhere in the file; null when it is whole. */
    Flaw flaw();

    /** A flaw that concerns this page; null when there is none. */
    default Flaw flaw(int index) {
        return flaw();
    }
}
