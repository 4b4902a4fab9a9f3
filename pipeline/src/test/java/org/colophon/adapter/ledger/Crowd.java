package org.colophon.adapter.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.Ending;
import org.colophon.port.Lease;

/** Consumers with bad luck: messages get lost or come twice, workers fail, processes die between begin and finish. */
final class Crowd {
    private final SqlLedger ledger;
    private final MovingClock clock;
    private final LinkedBlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    Crowd(SqlLedger ledger, MovingClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void end() {
        over.set(true);
    }

    /** A queue that is allowed to lose messages and to deliver them twice. */
    void wake(List<Task> tasks, Random luck) {
        for (Task task : tasks) {
            int copies = luck.nextInt(10);
            for (int i = copies == 0 ? 1 : copies == 1 ? -1 : 0; i < 1; i++) {
                queue.add(task);
            }
        }
    }

    /** Rings now and then, while time flies. */
    Void sweep(Random luck) throws InterruptedException {
        while (!over.get()) {
            clock.pass(Duration.ofSeconds(10 + luck.nextInt(30)));
            queue.addAll(ledger.ring(Duration.ofSeconds(5), LedgerContract.PAGES_OF_ONE));
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return null;
    }

    /** Does tasks until it is over. */
    Void work(String name, Random luck) throws InterruptedException {
        while (!over.get()) {
            Task task = queue.poll(20, TimeUnit.MILLISECONDS);
            if (task == null) {
                continue;
            }
            Optional<Lease> lease = ledger.begin(task, name);
            if (lease.isEmpty() || luck.nextInt(12) == 0) {
                continue;
            }
            List<Task> next = ledger.finish(lease.get(), ending(task, lease.get(), luck));
            wake(next, luck);
            if (luck.nextInt(12) == 0) {
                ledger.finish(lease.get(), ending(task, lease.get(), luck));
            }
        }
        return null;
    }

    private static Ending ending(Task task, Lease lease, Random luck) {
        return switch (luck.nextInt(12)) {
            case 0 -> new Ending.Failed("worker ended with 137");
            case 1 -> new Ending.Unavailable("store", "connection refused");
            default -> good(task.step(), task.page(), lease.round(), luck);
        };
    }

    private static Ending good(Step step, int page, int round, Random luck) {
        return switch (step) {
            case EXAMINE ->
                page == 0
                        ? Samples.compared()
                        : luck.nextInt(60) == 0 ? Samples.refused(page, "is empty") : Samples.accepted(page);
            case RECOGNIZE -> Samples.read(page);
            case PRESERVE -> Samples.deposited(round);
            case SETTLE -> Samples.settled(null);
            case PUBLISH -> Samples.published();
        };
    }
}
