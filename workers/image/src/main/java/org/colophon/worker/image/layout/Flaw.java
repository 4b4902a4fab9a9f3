package org.colophon.worker.image.layout;

/**
 * Why a file, or a page in it, is not whole.
 *
 * @param rule {@code empty}, {@code truncated}, {@code damaged} or {@code too-many-pages}
 * @param text a sentence: what is wrong, and what to do
 */
public record Flaw(String rule, String text) {
    private static final String AGAIN = " Copy it again from the scanner, or scan the page again.";

    /** Nothing in it. */
    public static Flaw empty() {
        return new Flaw("empty", "The file is empty (0 bytes)." + AGAIN);
    }

    /** More pages than one file may have. */
    public static Flaw tooManyPages(int most) {
        return new Flaw(
                "too-many-pages",
                "The file has more than " + most + " pages. Deliver it in parts, each a file of its own.");
    }

    /** It ends too early. */
    public static Flaw truncated(String what) {
        return new Flaw("truncated", "The file is cut off: " + what + "." + AGAIN);
    }

    /** Its parts contradict each other. */
    public static Flaw damaged(String what) {
        return new Flaw("damaged", "The file is damaged: " + what + "." + AGAIN);
    }
}
