/**
 * The forked worker that reads a page's text. One process, one thread, one call at a time; the parent forks as many as
 * it wants pages read at once.
 *
 * <p>The way of a call: {@code Header} (what the file says of the page, checked against the
 * limits), {@code Decoding} (pixels, upright), {@code Engine} (one recognition), {@code ResultReader} (blocks, lines and
 * words out of it, mapped back by {@code Turn} into the pixels of the stored raster). Which way up a page is, {@code
 * Compass} tells from the same pixels. Everything native is reached
 * through {@code Leptonica} and Tess4J, from the libraries that {@code Natives} lays out.
 */
package org.colophon.worker.ocr;
