package org.colophon.worker.image.pdf;

import java.nio.file.Path;

/**
 * A page of a PDF as an image file.
 *
 * @param file in the outputs folder
 * @param mime its media type
 * @param orientation how to turn it, 1 to 8
 * @param how how it came to be, for provenance
 * @param drawn resolution at which it was drawn, dots per inch; null when it was taken out
 */
record PageImage(Path file, String mime, int orientation, String how, Double drawn) {}
