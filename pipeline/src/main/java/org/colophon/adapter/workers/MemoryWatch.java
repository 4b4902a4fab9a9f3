package org.colophon.adapter.workers;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Kills workers whose resident memory, native memory and that of programs they started included, grows over their limit. Reads {@code /proc}; where there
 * is none, the heap limit alone holds.
 */
final class MemoryWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;
    private static final long PAGE_BYTES = 4096;

    private final Map<ForkedWorker, Long> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "worker-memory");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> looking;

    MemoryWatch() {
        looking = clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** @param limit bytes */
    void watch(ForkedWorker worker, long limit) {
        watched.put(worker, limit);
    }

    void forget(ForkedWorker worker) {
        watched.remove(worker);
    }

    private void look() {
        watched.forEach((worker, limit) -> {
            long resident = residentWithPrograms(worker.pid());
            if (resident > limit) {
                worker.kill(
                        Loss.MEMORY,
                        "used " + (resident >> 20) + " MB of memory, more than the " + (limit >> 20)
                                + " MB it may (raise limits.heap if the scan is worth it)");
            }
        });
    }

    /** Resident bytes of a process; 0 when it cannot be told. */
    static long resident(long pid) {
        try {
            String[] fields =
                    Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ");
            return Long.parseLong(fields[1]) * PAGE_BYTES;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    /** Of a process and all that it started; by the kernel's own lists, since a look at every process takes long. */
    static long residentWithPrograms(long pid) {
        long sum = resident(pid);
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                for (String child : Files.readString(thread.resolve("children")).split(" ")) {
                    sum += child.isBlank() ? 0 : residentWithPrograms(Long.parseLong(child.strip()));
                }
            }
        } catch (IOException | RuntimeException e) {
            // It ended meanwhile, or this kernel keeps no such lists: what was counted stands
            return sum;
        }
        return sum;
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }
}
