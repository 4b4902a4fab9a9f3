package org.colophon.worker.image;

import java.io.IOException;

/**
 * What failed is this worker's own: its disk is full, or a program that it started was killed. Nothing is said against
 * the scan; another attempt may succeed.
 */
public final class WorkerFailureException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param detail for the log: what failed, and what to do */
    public WorkerFailureException(String detail) {
        super(detail);
    }

    private WorkerFailureException(IOException cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }

    /** The same failure, known as the worker's own from here on. */
    public static WorkerFailureException of(IOException cause) {
        // Image writers hide what stopped them
        if (cause.getCause() instanceof WorkerFailureException hidden) {
            return hidden;
        }
        return cause instanceof WorkerFailureException known ? known : new WorkerFailureException(cause);
    }
}
