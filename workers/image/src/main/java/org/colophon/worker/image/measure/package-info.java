/**
 * What the pixels of a page tell without reading it: numbers, not judgements. {@link
 * org.colophon.worker.image.measure.PageMeasures} is the list of them, in order.
 *
 * <p>Everything but sharpness is measured on a small grey raster ({@code Grey}, some 1.2 million pixels). {@code Polarity}
 * makes negatives positive, {@code Paper} says how bright the paper is at each place, {@code Ink} what is darker, {@code
 * Written} which of it are letters; the measures look at letters alone, so that pictures, rules, frames and dust do not
 * mislead them. Sharpness is gathered by {@code EdgeWidths} from the full raster's rows while they pass by.
 *
 * <p>How well they tell good pages from bad, and by which thresholds, is measured by {@code ScanChecks} among the tests
 * and stands in {@code pipeline/docs/scan-checks.md}. Change a constant here, and that page is to be made again.
 */
package org.colophon.worker.image.measure;
