package org.colophon.adapter.workers;

import java.io.IOException;

/** The worker process died, was killed, or broke the protocol. The message says which. */
final class WorkerGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    WorkerGoneException(String message) {
        super(message);
    }
}
