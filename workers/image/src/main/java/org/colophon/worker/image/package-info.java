/**
 * The image worker: tells what a scan is, whether it is whole, what it measures, and makes its thumbnail and its image
 * for reading. The way of a page stands in {@link org.colophon.worker.image.Examiner}; the rooms it goes through:
 *
 * <ul>
 *   <li>{@code layout}: the structure of files, read by hand in bounded memory; what {@code Inspect} answers from
 *   <li>{@code identify}: PRONOM and media type
 *   <li>{@code validate}: JHOVE's opinion
 *   <li>{@code facts}: technical metadata, from the layout
 *   <li>{@code raster}: decoding, and what is derived from the decoded page
 *   <li>{@code measure}: what the pixels tell: blank, skewed, turned, blurred, cut off, seen before
 *   <li>{@code pdf}: pages of PDF documents
 * </ul>
 *
 * <p>Who refuses: our own structure check and the full decode, limits, names that lie and formats that are not accepted.
 * JHOVE alone never does; what it finds is a warning with its message's identifier.
 */
package org.colophon.worker.image;
