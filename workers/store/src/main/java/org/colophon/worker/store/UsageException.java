package org.colophon.worker.store;

/** The server cannot start as it was asked to; the message is one line for whoever started it. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
