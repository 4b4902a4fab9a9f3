package org.colophon.worker.protocol;

/**
 * What was measured on the pixels of a page, turned as its orientation tag asks. Numbers, not judgements: what they mean
 * for the page is up to the standard it is held against. Null where the page does not tell.
 *
 * @param ink share of the page's area that is written or printed on, 0 to 1; a frame around the page does not count
 * @param skew degrees by which its lines of text are turned, clockwise positive, within ±15; null without lines
 * @param sideways how much more its lines seem to run from top to bottom than across, 0 to 1; null without lines
 * @param upsideDown how much its lines seem to stand on their heads, 0 to 1 (0.5: cannot tell); null without lines
 * @param sharpness how steep the edges of its strokes are, 0 (blurred) to 1 (sharp); null without strokes
 * @param cut how much of its text stands so near to each edge of the page that it seems to run off; null without lines
 * @param likeness what the page looks like, as a string of hexadecimal digits: the share of bits that differ between two
 *     pages' strings tells how different they look; null for a page without content
 */
public record Measures(
        double ink, Double skew, Double sideways, Double upsideDown, Double sharpness, Cut cut, String likeness) {

    /**
     * 0 to 1 by edge. Left and right: the share of lines that end nearer than a letter's height, of 15 lines at most. Top
     * and bottom: the share of a usual line that stands nearer than the paper between two lines is wide.
     */
    public record Cut(double left, double top, double right, double bottom) {}
}
