package org.colophon.adapter.workers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
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
    private final AtomicLong restarts = new AtomicLong();
    private boolean closed;

    WorkerPool(WorkerKind kind, Path temps, MemoryWatch memory) {
        this.kind = kind;
        this.temps = temps;
        this.memory = memory;
        this.places = new Semaphore(kind.processes(), true);
    }

    /**
     * Has a worker do something, waiting for a free one.
     *
     * @throws WorkerGoneException when the worker died over it
     * @throws UnavailableException when no worker can be started, or the pool was closed: not the scan's fault
     */
    Reply call(Request request, Limits limits) throws WorkerGoneException {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping(e);
        }
        try {
            ForkedWorker worker = take();
            try {
                memory.watch(worker, kind.memory());
                return worker.call(request, limits);
            } catch (InterruptedException e) {
                worker.kill("was no longer wanted");
                Thread.currentThread().interrupt();
                throw stopping(e);
            } catch (WorkerGoneException e) {
                if (isClosed()) {
                    throw stopping(e);
                }
                restarts.incrementAndGet();
                throw e;
            } finally {
                memory.forget(worker);
                giveBack(worker);
            }
        } finally {
            places.release();
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
            all.remove(worker);
            worker.end();
        }
        try {
            ForkedWorker fresh = ForkedWorker.start(kind, temps);
            all.add(fresh);
            return fresh;
        } catch (IOException e) {
            throw new UnavailableException(
                    "workers", "no " + kind.name() + " worker could be started: " + e.getMessage(), e);
        }
    }

    private synchronized void giveBack(ForkedWorker worker) {
        if (!closed && worker.usable()) {
            idle.push(worker);
        } else {
            all.remove(worker);
            worker.end();
        }
    }

    /** How often a worker died over its work. */
    long restarts() {
        return restarts.get();
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
