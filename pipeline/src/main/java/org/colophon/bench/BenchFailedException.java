package org.colophon.bench;

import org.colophon.item.ColophonException;

/** Nothing could be measured: the scans did not get through, or the measuring was stopped. */
public final class BenchFailedException extends ColophonException {
    private static final long serialVersionUID = 1L;

    BenchFailedException(String message) {
        super(message);
    }

    BenchFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
