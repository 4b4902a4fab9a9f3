package org.colophon.worker.ocr;

/** A language has no model on this machine. Not the scan's fault: install the model and ask again. */
public final class MissingModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message the language, where its model was looked for, and the package that holds it */
    public MissingModelException(String message) {
        super(message);
    }
}
