package org.colophon.port;

import org.colophon.item.ColophonException;

/** What lies in the archive is not what was put there. */
public final class ArchiveDamagedException extends ColophonException {
    private static final long serialVersionUID = 1L;

    /** @param message which object, which file, what differs */
    public ArchiveDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
