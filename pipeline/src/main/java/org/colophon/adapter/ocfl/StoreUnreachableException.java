package org.colophon.adapter.ocfl;

/**
 * The store did not do what it was asked, for a reason that lies with it or with the way to it: no connection, a
 * timeout, a 5xx, keys it does not accept. Nothing is known about the objects in it; back off and ask again.
 */
public class StoreUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was asked of the store, and what to look at */
    public StoreUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
