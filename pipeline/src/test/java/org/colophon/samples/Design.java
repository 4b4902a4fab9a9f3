package org.colophon.samples;

/**
 * How a text becomes pages. Lengths are points (1/72 inch).
 *
 * @param width of the sheet
 * @param height of the sheet
 * @param inner margin at the left of right-hand pages and at the right of left-hand ones
 * @param outer margin at the other side
 * @param top from the sheet's edge to the first baseline
 * @param bottom from the last baseline to the sheet's edge
 * @param face of the running text
 * @param size of the running text
 * @param leading from baseline to baseline
 * @param indent of a paragraph's first line
 * @param justified whether lines are spaced out to the full measure
 * @param head running head, with a page number beside it; empty for neither
 * @param firstNumber number of the first page
 */
record Design(
        double width,
        double height,
        double inner,
        double outer,
        double top,
        double bottom,
        Typeface face,
        double size,
        double leading,
        double indent,
        boolean justified,
        String head,
        int firstNumber) {

    /** A page of a small book, 4½ by 7 inches. */
    static Design book(String head, int firstNumber) {
        return new Design(324, 504, 40, 40, 74, 42, Typeface.SERIF, 12, 17, 15, true, head, firstNumber);
    }

    /** A page of a smaller book in large type, 4 1/6 by 6½ inches. */
    static Design primer(String head, int firstNumber) {
        return new Design(300, 468, 38, 38, 72, 44, Typeface.SERIF, 12.4, 17.6, 15, true, head, firstNumber);
    }

    /** A sheet of letter paper, 5½ by 8½ inches, from a typewriter. */
    static Design typescript() {
        return new Design(396, 612, 44, 36, 62, 50, Typeface.MONO, 9.6, 15, 0, false, "", 1);
    }

    /** A folded sheet, 4¼ by 6 inches, in a plain sans. */
    static Design pamphlet() {
        return new Design(306, 432, 34, 34, 58, 40, Typeface.SANS, 10.6, 15.4, 0, false, "", 1);
    }

    double measure() {
        return width - inner - outer;
    }

    /** Left edge of the text on the page with this number: right-hand pages are odd. */
    double left(int number) {
        return head.isEmpty() || number % 2 == 1 ? inner : outer;
    }
}
