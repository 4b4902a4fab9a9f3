package org.colophon.adapter.workers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.colophon.item.UnavailableException;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Reply;
import org.colophon.worker.protocol.Request;

/** Workers of one kind: at most so many processes, kept warm, replaced when used up or dead. */
final class WorkerPool implements AutoCloseable {
    private final WorkerKind kind;
    private final Path temps;
    private final MemoryWatch memory;
    private final Semaphore places;
    private final Deque<ForkedWorker> idle = new ArrayDeque<>();
    private final Set<ForkedWorker> all = new HashSet<>();
    private final Map<Loss, LongAdder> restarts = new EnumMap<>(Loss.class);
    /** Why the last worker did not answer; null when it did. */
    private volatile String silent;

    private boolean closed;

    WorkerPool(WorkerKind kind, Path temps, MemoryWatch memory) {
        this.kind = kind;
        this.temps = temps;
        this.memory = memory;
        this.places = new Semaphore(kind.processes(), true);
        for (Loss loss : Loss.values()) {
            restarts.put(loss, new LongAdder());
        }
    }

    /**
     * Has a worker do something, waiting for a free one.
     *
     * @throws WorkerGoneException when the worker died over it
     * @throws UnavailableException when no worker can be started, this process was stopped meanwhile, or the pool was
     *     closed: not the scan's fault
     */
    Reply call(Request request, Limits limits) throws WorkerGoneException {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping(e);
        }
        try {
            return placed(request, limits);
        } finally {
            places.release();
        }
    }

    /**
     * Sees that a worker can be started and answers, where the last one did not. One that is at work answers.
     *
     * @param trial answered quickly, in whatever way
     * @throws UnavailableException when none does
     */
    void answer(Request trial, Limits limits) {
        if (silent == null || !places.tryAcquire()) {
            return;
        }
        try {
            placed(trial, limits);
        } catch (WorkerGoneException e) {
            throw new UnavailableException("workers", e.getMessage(), e);
        } finally {
            places.release();
        }
    }

    private Reply placed(Request request, Limits limits) throws WorkerGoneException {
        ForkedWorker worker = take();
        Patience patience = Patience.of(limits);
        try {
            memory.watch(worker, kind.memory());
            Reply reply = worker.call(request, limits, patience);
            silent = null;
            if (reply instanceof Reply.Failed failed && failed.kind() == Reply.FailureKind.TIMEOUT) {
                patience.requireNoPause();
            }
            if (reply instanceof Reply.Failed failed && failed.kind() == Reply.FailureKind.OUT_OF_MEMORY) {
                worker.kill(Loss.MEMORY, "ran out of its heap");
            }
            return reply;
        } catch (InterruptedException e) {
            worker.kill(Loss.SILENT, "was no longer wanted");
            Thread.currentThread().interrupt();
            throw stopping(e);
        } catch (WorkerGoneException e) {
            if (isClosed()) {
                throw stopping(e);
            }
            patience.requireNoPause();
            if (worker.behind()) {
                // A fresh one cannot be, so this ends.
                return placed(request, limits);
            }
            silent = e.getMessage();
            throw e;
        } finally {
            memory.forget(worker);
            giveBack(worker);
        }
    }

    private UnavailableException stopping(Throwable cause) {
        return new UnavailableException("workers", "the " + kind.name() + " workers are being stopped", cause);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized ForkedWorker take() {
        if (closed) {
            throw stopping(null);
        }
        for (ForkedWorker worker = idle.poll(); worker != null; worker = idle.poll()) {
            if (worker.usable()) {
                return worker;
            }
            retire(worker);
        }
        try {
            ForkedWorker fresh = ForkedWorker.start(kind, temps);
            all.add(fresh);
            return fresh;
        } catch (IOException e) {
            silent = e.getMessage();
            throw new UnavailableException(
                    "workers", "no " + kind.name() + " worker could be started: " + e.getMessage(), e);
        }
    }

    private synchronized void giveBack(ForkedWorker worker) {
        if (closed) {
            worker.end();
        } else if (worker.usable()) {
            idle.push(worker);
        } else {
            retire(worker);
        }
    }

    private void retire(ForkedWorker worker) {
        all.remove(worker);
        restarts.get(worker.loss()).increment();
        worker.end();
    }

    /** How often a process was replaced for this reason. */
    long restarts(Loss reason) {
        return restarts.get(reason).sum();
    }

    /** What it is a pool of. */
    String kind() {
        return kind.name();
    }

    /** Ends all processes, also those at work. */
    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(ForkedWorker::end);
        all.clear();
        idle.clear();
    }
}
