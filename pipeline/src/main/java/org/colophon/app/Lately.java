package org.colophon.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * An answer that monitors may ask for as often as they like: the question behind it is put at most once in a while, by
 * another thread, and waited for no longer than a while, though it hang for ever.
 */
public final class Lately<T> {
    private final Supplier<T> question;
    private final long fresh;
    private final long patience;
    private final ExecutorService asker;
    private CompletableFuture<T> answer;
    private long asked;

    /**
     * @param fresh how long an answer stands, from the moment of its question
     * @param patience how long an answer is waited for, from the same moment
     * @param asker puts the question; see {@link #askers}
     */
    public Lately(Supplier<T> question, Duration fresh, Duration patience, ExecutorService asker) {
        this.question = question;
        this.fresh = fresh.toNanos();
        this.patience = patience.toNanos();
        this.asker = asker;
    }

    /** Threads for questions that may hang; they keep no process from ending. */
    public static ExecutorService askers() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "monitoring");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Puts the question, unless its answer is fresh or still to come; does not wait. */
    public synchronized void refresh() {
        long now = System.nanoTime();
        if (answer == null || (answer.isDone() && now - asked > fresh)) {
            asked = now;
            answer = CompletableFuture.supplyAsync(question, asker);
        }
    }

    /**
     * The answer; empty when none came in time.
     *
     * @throws RuntimeException what the question threw
     */
    public Optional<T> get() {
        refresh();
        CompletableFuture<T> coming;
        long left;
        synchronized (this) {
            coming = answer;
            left = asked + patience - System.nanoTime();
        }
        try {
            return Optional.of(coming.get(Math.max(left, 0), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new CompletionException(e.getCause());
        }
    }
}
