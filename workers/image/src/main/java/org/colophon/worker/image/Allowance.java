package org.colophon.worker.image;

import java.util.concurrent.TimeUnit;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Task;

/**
 * What is left of a call's limits while it runs.
 *
 * @param pixels most pixels of one page
 * @param until when the call must be over, by the clock of {@link System#nanoTime}
 */
public record Allowance(long pixels, long until) {

    /** All of them, from now on. */
    public static Allowance of(Limits limits) {
        return new Allowance(limits.pixels(), System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.millis()));
    }

    /**
     * Milliseconds left, at least 1.
     *
     * @param what is to be done with them, for the log
     * @throws Task.DeadlineException when there are none
     */
    public long millis(String what) throws Task.DeadlineException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left < 1) {
            throw new Task.DeadlineException("no time was left for this: " + what);
        }
        return left;
    }
}
