package org.colophon.adapter.s3store;

import org.colophon.item.ColophonException;

/** The embedded store cannot be started as configured: its port is taken, its folder not writable, its jars missing. */
public final class StoreNotStartedException extends ColophonException {
    private static final long serialVersionUID = 1L;

    StoreNotStartedException(String message, Throwable cause) {
        super(message, cause);
    }
}
