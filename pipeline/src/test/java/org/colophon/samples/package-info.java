/**
 * Makes the sample scans: pages of the project's own prose, typeset from outlines and then worn, lit and scanned by
 * arithmetic, so that every machine gives the same ones and knows what stands on them, and where.
 *
 * <p>{@code Catalogue} says what there is; {@code Typesetter} lays text out; {@code Scanner} makes it look scanned;
 * {@code TiffFile}, {@code JpegFile} and {@code PdfFile} write it; {@code SampleTruth} keeps what the scans say. To add
 * an object: its prose among the resources, and a line in the catalogue.
 */
package org.colophon.samples;
