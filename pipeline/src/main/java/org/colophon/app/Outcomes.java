package org.colophon.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.colophon.port.Ending;
import org.colophon.port.Ports;
import org.colophon.port.StepRunner.StepObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees every attempt end: logs it, tells whoever watches about items that reached an end, frees the workspace. */
final class Outcomes implements StepObserver {
    private static final Logger LOG = LoggerFactory.getLogger("colophon.steps");

    private final Ports ports;
    private final ItemObserver items;
    private final Troubles troubles;
    private final AtomicLong lastProgress = new AtomicLong(System.nanoTime());

    /**
     * @param items told of each item that reached an end
     * @param announcer told when something outside does not answer, and when it does again
     */
    Outcomes(Ports ports, ItemObserver items, Announcer announcer) {
        this.ports = ports;
        this.items = items;
        this.troubles = new Troubles(announcer);
    }

    @Override
    public void ended(Task task, Ending ending, Duration took) {
        log(task, ending, took);
        if (ending instanceof Ending.Unavailable unavailable) {
            troubles.met(task, unavailable.what(), unavailable.detail());
            return;
        }
        troubles.over(task);
        lastProgress.set(System.nanoTime());
        if (ending instanceof Ending.Failed || task.step() == Step.SETTLE || task.step() == Step.PUBLISH) {
            ports.history().item(task.item()).ifPresent(item -> reached(task, item));
        }
        if (task.step() == Step.EXAMINE) {
            ports.history()
                    .item(task.item())
                    .filter(item -> item.state() == ItemState.SET_ASIDE)
                    .ifPresent(items::ended);
        }
    }

    @Override
    public void met(String where, UnavailableException trouble) {
        if (troubles.met(where, trouble.what(), trouble.getMessage())) {
            LOG.warn("{} unavailable ({}): {}", where, trouble.what(), trouble.getMessage());
        }
    }

    @Override
    public void over(String where) {
        troubles.over(where);
    }

    private void reached(Task task, Item item) {
        boolean readable = task.step() == Step.PUBLISH && item.state().archived();
        boolean returned = task.step() == Step.SETTLE
                && (item.state() == ItemState.REJECTED || item.state() == ItemState.DUPLICATE);
        if (readable || returned) {
            ports.workspace().release(item.id());
        }
        if (readable || returned || item.state() == ItemState.SET_ASIDE) {
            items.ended(item);
        }
    }

    /** What stands in the way now; null when nothing does. */
    String trouble() {
        return troubles.first();
    }

    /** What stands in the way, and since how long nothing moved; null when nothing does. */
    String stuckFor(Duration atLeast) {
        long silent = System.nanoTime() - lastProgress.get();
        return silent < atLeast.toNanos() ? null : troubles.first();
    }

    private static void log(Task task, Ending ending, Duration took) {
        ItemId item = task.item();
        String what = task.step().stem() + " item=" + item + (task.page() > 0 ? " page=" + task.page() : "");
        if (ending instanceof Ending.Done) {
            LOG.info("{} done in {} ms", what, took.toMillis());
        } else if (ending instanceof Ending.Refused) {
            LOG.info("{} refused in {} ms", what, took.toMillis());
        } else if (ending instanceof Ending.Failed failed) {
            LOG.warn("{} failed in {} ms: {}", what, took.toMillis(), failed.detail());
        } else if (ending instanceof Ending.Unavailable unavailable) {
            LOG.warn("{} unavailable ({}): {}", what, unavailable.what(), unavailable.detail());
        }
    }

    /** Told of items that reached an end: readable, held, returned, or set aside. */
    @FunctionalInterface
    interface ItemObserver {
        void ended(Item item);
    }
}
