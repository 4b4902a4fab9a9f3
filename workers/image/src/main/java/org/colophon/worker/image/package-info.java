/**
 * The image worker: tells what a scan is, whether it is whole, what it measures, and makes its thumbnail and its image
 * for reading. The way of a page stands in {@link org.colophon.worker.image.Examiner}; the rooms it goes through:
 *
 * <ul>
 *   <li>{@code layout}: the structure of files, read by hand in bounded memory; what {@code Inspect} answers from
 *   <li>{@code identify}: PRONOM and media type
 *   <li>{@code validate}: JHOVE's opinion, and veraPDF's
 *   <li>{@code facts}: technical metadata, from the layout
 *   <li>{@code raster}: decoding, and what is derived from the decoded page
 *   <li>{@code measure}: what the pixels tell: blank, skewed, turned, blurred, cut off, seen before
 *   <li>{@code pdf}: pages of PDF documents
 *   <li>{@code outside}: programs that are not ours, as bounded children: the decoder of JPEG 2000
 * </ul>
 *
 * <p>Who refuses: our own structure check and the full decode, limits, and formats that are not taken.
 * JHOVE and veraPDF alone never do; what they find is a warning or a note with the rule's identifier. A name that
 * does not fit is a warning here, and as grave as the standard has it.
 */
package org.colophon.worker.image;
