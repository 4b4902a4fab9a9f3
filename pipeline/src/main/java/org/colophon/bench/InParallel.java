package org.colophon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does so many things at a time until all are done. */
final class InParallel {
    private InParallel() {}

    /** @throws BenchFailedException what the first of them threw; the others are broken off */
    static void run(int atATime, List<Callable<Void>> all) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(atATime);
        try {
            List<Future<Void>> under = new ArrayList<>();
            all.forEach(one -> under.add(threads.submit(one)));
            for (Future<Void> one : under) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchFailedException failed
                    ? failed
                    : new BenchFailedException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
