package org.colophon.adapter.ledger;

import java.time.Duration;
import org.colophon.item.Task;

/**
 * A task as the ledger has it.
 *
 * @param open whether it is still to be done
 * @param failures attempts that failed and count
 * @param abandonments attempts whose process died
 * @param unavailable attempts in a row that found something outside not answering
 * @param notBefore not to be begun before, milliseconds since the epoch
 * @param attempt the attempt that holds the lease; 0 when none does
 * @param leaseUntil when that lease ends unless it is renewed, milliseconds since the epoch
 */
record TaskRow(
        Task task,
        int round,
        boolean open,
        int failures,
        int abandonments,
        int unavailable,
        long notBefore,
        long attempt,
        long leaseUntil) {
    /**
     * No time is ever noted that lies further ahead, in milliseconds. One that does was noted before the clock was set
     * back: nobody waits for it, lest a wrong clock stop work for as long as it was wrong.
     */
    static final long FURTHEST = Duration.ofHours(1).toMillis();

    boolean leased() {
        return attempt != 0;
    }

    boolean leasedAt(long now) {
        return leased() && leaseUntil > now && leaseUntil <= now + FURTHEST;
    }

    /** Whether it has to wait for its time. */
    boolean early(long now) {
        return notBefore > now && notBefore <= now + FURTHEST;
    }

    TaskRow afterFailure(long notBefore) {
        return new TaskRow(task, round, open, failures + 1, abandonments, 0, notBefore, 0, 0);
    }

    TaskRow afterUnavailable(long notBefore) {
        return new TaskRow(task, round, open, failures, abandonments, unavailable + 1, notBefore, 0, 0);
    }

    TaskRow afterAbandonment() {
        return new TaskRow(task, round, open, failures, abandonments + 1, unavailable, notBefore, 0, 0);
    }

    /** Nothing was ever tried. */
    TaskRow fresh() {
        return new TaskRow(task, round, true, 0, 0, 0, 0, 0, 0);
    }

    boolean troubled() {
        return !open || failures > 0 || abandonments > 0 || unavailable > 0;
    }
}
