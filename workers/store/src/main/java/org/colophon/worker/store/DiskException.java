package org.colophon.worker.store;

import java.io.IOException;

/** The disk did not take what was written; answered as 500, so that the client neither trusts nor blames the bytes. */
final class DiskException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DiskException(String message, IOException cause) {
        super(message + ": " + cause, cause);
    }
}
