package org.colophon.item;

/**
 * Something outside does not answer: store, database, broker, disk. Nothing is blamed on a scan; the caller backs off
 * and tries again.
 */
public final class UnavailableException extends ColophonException {
    private static final long serialVersionUID = 1L;
    private final String what;

    /**
     * @param what the part that does not answer, one word: {@code store}, {@code database}, {@code disk} …
     * @param message what happened, and what to look at
     */
    public UnavailableException(String what, String message, Throwable cause) {
        super(message, cause);
        this.what = what;
    }

    /** The part that does not answer. */
    public String what() {
        return what;
    }
}
