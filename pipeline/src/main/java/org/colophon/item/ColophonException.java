package org.colophon.item;

/** The root of what Colophon throws: each child is named for the fact, each message says what to do next. */
public abstract class ColophonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected ColophonException(String message) {
        super(message);
    }

    protected ColophonException(String message, Throwable cause) {
        super(message, cause);
    }
}
