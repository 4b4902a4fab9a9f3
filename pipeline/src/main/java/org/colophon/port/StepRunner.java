package org.colophon.port;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final TaskQueue queue;
    private final ScheduledExecutorService clock;
    private final String holder;
    private final StepObserver observer;
    private final Duration pause;
    /** Fair: whoever must be alone is not kept waiting by a stream of others. */
    private final ReadWriteLock company = new ReentrantReadWriteLock(true);

    private final Map<Task, Lease> inHand = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /**
     * @param clock runs the renewals; must not be blocked by work
     * @param holder one name a process
     */
    public StepRunner(
            Ledger ledger, TaskQueue queue, ScheduledExecutorService clock, String holder, StepObserver observer) {
        this(ledger, queue, clock, holder, observer, PAUSE);
    }

    /** @param pause between two questions to a ledger that does not answer */
    public StepRunner(
            Ledger ledger,
            TaskQueue queue,
            ScheduledExecutorService clock,
            String holder,
            StepObserver observer,
            Duration pause) {
        this.pause = pause;
        this.ledger = ledger;
        this.queue = queue;
        this.clock = clock;
        this.holder = holder;
        this.observer = observer;
    }

    /**
     * Answers one message. Returns without doing anything when there is nothing to do for it. Waits as long as the
     * ledger does not answer, so that nothing that was done is done again or held against the scan; gives up only once
     * the lease is lost or {@link #stop} was called.
     */
    public void run(String message, Function<Lease, Ending> work) {
        Task task = TaskMessage.read(message);
        try (LogContext context = LogContext.of(task)) {
            run(task, work, context);
        }
    }

    private void run(Task task, Function<Lease, Ending> work, LogContext context) {
        if (inHand.containsKey(task)) {
            // Its lease may have run out while the ledger was away: to begin anew would count it as abandoned.
            return;
        }
        observer.began(task);
        Optional<Lease> begun =
                answered(task, () -> true, () -> ledger.begin(task, holder)).flatMap(Function.identity());
        if (begun.isEmpty()) {
            return;
        }
        Lease lease = begun.get();
        context.attempt(lease.number());
        inHand.put(task, lease);
        ScheduledFuture<?> renewal = clock.scheduleWithFixedDelay(
                () -> renew(lease), RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        long from = System.nanoTime();
        Ending ending;
        Optional<List<Task>> next;
        try {
            ending = inCompany(lease, work);
            next = answered(task, () -> inHand.containsKey(task), () -> ledger.finish(lease, ending));
        } finally {
            inHand.remove(task, lease);
            renewal.cancel(false);
        }
        if (next.isPresent()) {
            queue.wake(next.get());
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            tell(task, () -> observer.ended(task, ending, took));
        }
    }

    /** Waits no longer for a ledger that does not answer. What is under way then is taken up at the next start. */
    public void stop() {
        stopping = true;
    }

    /** The ledger's answer, however long it takes; empty when it is not wanted any more. */
    private <T> Optional<T> answered(Task task, BooleanSupplier wanted, Supplier<T> question) {
        while (true) {
            try {
                Optional<T> answer = Optional.of(question.get());
                tell(task, () -> observer.over(where(task)));
                return answer;
            } catch (UnavailableException e) {
                tell(task, () -> observer.met(where(task), e));
                if (stopping || !wanted.getAsBoolean() || !paused()) {
                    tell(task, () -> observer.over(where(task)));
                    LOG.warn("{}: not waited for any longer; it is taken up again later", task);
                    return Optional.empty();
                }
            }
        }
    }

    private static String where(Task task) {
        return "the ledger, " + task;
    }

    private boolean paused() {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Begin or end may be committed by now: whoever only watches must neither abandon it nor bring the message back. */
    private static void tell(Task task, Runnable watchers) {
        try {
            watchers.run();
        } catch (RuntimeException e) {
            LOG.warn("{} goes on, but what follows for watchers failed: {}", task, e.getMessage(), e);
        }
    }

    /** In company with other attempts of this process, or alone where an earlier one took its process along. */
    private Ending inCompany(Lease lease, Function<Lease, Ending> work) {
        Lock place = lease.abandoned() ? company.writeLock() : company.readLock();
        place.lock();
        try {
            return attempt(lease, work);
        } finally {
            place.unlock();
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
            if (!ledger.renew(lease) && inHand.remove(lease.task(), lease)) {
                LOG.warn("{}: its lease was lost; what this attempt makes will be dropped", lease.task());
            }
        } catch (RuntimeException e) {
            // Whatever it is: an exception would end the renewals for good.
            LOG.warn("{}: its lease could not be renewed: {}", lease.task(), e.getMessage());
        }
    }

    /** Sees how attempts end, for logs and metrics. */
    @FunctionalInterface
    public interface StepObserver extends TroubleObserver {
        /** An attempt ended and its end is committed. */
        void ended(Task task, Ending ending, Duration took);

        /** A message came, in the thread that will do the work, or find that there is none to do: then nothing follows. */
        default void began(Task task) {}

        /** This one, and then another. */
        default StepObserver and(StepObserver other) {
            return new ObserverPair(this, other);
        }

        @Override
        default void met(String where, UnavailableException trouble) {}

        @Override
        default void over(String where) {}
    }
}
