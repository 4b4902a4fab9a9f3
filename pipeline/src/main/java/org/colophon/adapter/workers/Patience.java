package org.colophon.adapter.workers;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.colophon.item.UnavailableException;
import org.colophon.worker.protocol.Limits;

/**
 * How long a worker is waited for. Only time in which we were awake counts: a laptop that slept, or a process that was
 * stopped, must not find every page it had under way out of time. Used by one thread, for one call.
 */
final class Patience {
    /** A worker keeps its own deadline; this much later its parent does. */
    private static final long GRACE_MILLIS = 2_000;

    private static final long SLICE_MILLIS = 1_000;
    /** A wait longer than it was asked to be by this is no busy machine. */
    private static final long PAUSE_MILLIS = 5_000;

    private long left;
    private long paused;

    private Patience(long left) {
        this.left = left;
    }

    static Patience of(Limits limits) {
        return new Patience(limits.millis() + GRACE_MILLIS);
    }

    /** The next of a queue, or null when patience is at an end. */
    <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        while (left > 0) {
            long slice = Math.min(left, SLICE_MILLIS);
            long from = System.nanoTime();
            T next = queue.poll(slice, TimeUnit.MILLISECONDS);
            long late = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from) - slice;
            if (late > PAUSE_MILLIS) {
                paused += late;
            }
            if (next != null) {
                return next;
            }
            left -= slice;
        }
        return null;
    }

    /**
     * Passes when the whole wait was ours.
     *
     * @throws UnavailableException when this process stood still for a while: whatever went wrong is not held against
     *     the scan
     */
    void requireNoPause() {
        if (paused > 0) {
            throw new UnavailableException(
                    "workers",
                    "Colophon was stopped for " + paused / 1000 + " s while a worker had this page in hand.",
                    null);
        }
    }
}
