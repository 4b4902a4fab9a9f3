package org.colophon.cli;

import java.util.concurrent.CountDownLatch;

/** Waits until the process is told to end (Ctrl-C, SIGTERM), and lets it close what is open first. */
final class Stopping {
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** From now on a signal waits until {@link #closed} is called. */
    Stopping() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::signalled, "stopping"));
    }

    private void signalled() {
        told.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Blocks until the signal. */
    void await() {
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the signal came. */
    boolean told() {
        return told.getCount() == 0;
    }

    /** All is closed; the process may go. */
    void closed() {
        closed.countDown();
    }
}
