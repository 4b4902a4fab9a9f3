package org.colophon.port;

import org.colophon.item.ColophonException;

/** Another intake has taken over an inbox in the meantime; nothing was admitted. */
public final class WatchLostException extends ColophonException {
    private static final long serialVersionUID = 1L;

    public WatchLostException(String message) {
        super(message);
    }
}
