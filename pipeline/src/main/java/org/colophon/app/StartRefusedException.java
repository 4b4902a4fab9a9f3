package org.colophon.app;

import org.colophon.item.ColophonException;

/** Colophon cannot start as it was asked to: wrong use, or the home is in use. Ends with exit code 2. */
public final class StartRefusedException extends ColophonException {
    private static final long serialVersionUID = 1L;

    /** @param message what stands in the way, and what to do */
    public StartRefusedException(String message) {
        super(message);
    }

    /** As above, with what was thrown. */
    public StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
