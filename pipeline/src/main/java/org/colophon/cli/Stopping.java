package org.colophon.cli;

import java.util.concurrent.CountDownLatch;

/** Waits until the process is told to end (Ctrl-C, SIGTERM), and lets it close what is open first. */
final class Stopping {
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private final Thread starting = Thread.currentThread();
    private volatile boolean started;

    /** From now on a signal waits until {@link #closed} is called; until {@link #started} it breaks off the start. */
    Stopping() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::signalled, "stopping"));
    }

    private void signalled() {
        told.countDown();
        if (!started) {
            // It may be waiting for a database or a broker, for as long as that does not answer.
            starting.interrupt();
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The start is over; from now on whoever works asks {@link #told} or waits in {@link #await}. */
    void started() {
        started = true;
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
