package org.colophon.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every consumer does with a message, always in this order: take the lease and commit the attempt, do the work,
 * commit its end, wake whoever is next. A process that dies anywhere in between leaves a lease that runs out.
 */
public final class StepRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);
    private static final Duration RENEWAL = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final TaskQueue queue;
    private final ScheduledExecutorService clock;
    private final String holder;
    private final StepObserver observer;

    /**
     * @param clock runs the renewals; must not be blocked by work
     * @param holder one name a process
     */
    public StepRunner(
            Ledger ledger, TaskQueue queue, ScheduledExecutorService clock, String holder, StepObserver observer) {
        this.ledger = ledger;
        this.queue = queue;
        this.clock = clock;
        this.holder = holder;
        this.observer = observer;
    }

    /**
     * Answers one message. Returns without doing anything when there is nothing to do for it.
     *
     * @throws UnavailableException when the ledger does not answer: the message may be redelivered or lost, the sweeper
     *     finds the task again
     */
    public void run(String message, Function<Lease, Ending> work) {
        Task task = TaskMessage.read(message);
        Optional<Lease> begun = ledger.begin(task, holder);
        if (begun.isEmpty()) {
            return;
        }
        Lease lease = begun.get();
        ScheduledFuture<?> renewal = clock.scheduleWithFixedDelay(
                () -> renew(lease), RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        long from = System.nanoTime();
        Ending ending;
        try {
            ending = attempt(lease, work);
        } finally {
            renewal.cancel(false);
        }
        List<Task> next = ledger.finish(lease, ending);
        queue.wake(next);
        tell(task, ending, Duration.ofNanos(System.nanoTime() - from));
    }

    /** The end is committed by now: whoever only watches must not bring the message back. */
    private void tell(Task task, Ending ending, Duration took) {
        try {
            observer.ended(task, ending, took);
        } catch (RuntimeException e) {
            LOG.warn("{} ended, but what follows of it for watchers failed: {}", task, e.getMessage(), e);
        }
    }

    private Ending attempt(Lease lease, Function<Lease, Ending> work) {
        try {
            return work.apply(lease);
        } catch (UnavailableException e) {
            return new Ending.Unavailable(e.what(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} failed", lease.task(), e);
            return new Ending.Failed(String.valueOf(e.getMessage() == null ? e : e.getMessage()));
        }
    }

    private void renew(Lease lease) {
        try {
            if (!ledger.renew(lease)) {
                LOG.warn("{}: its lease was lost; what this attempt makes will be dropped", lease.task());
            }
        } catch (RuntimeException e) {
            // Whatever it is: an exception would end the renewals for good.
            LOG.warn("{}: its lease could not be renewed: {}", lease.task(), e.getMessage());
        }
    }

    /** Sees how attempts end, for logs and metrics. */
    @FunctionalInterface
    public interface StepObserver {
        /** An attempt ended and its end is committed. */
        void ended(Task task, Ending ending, Duration took);
    }
}
