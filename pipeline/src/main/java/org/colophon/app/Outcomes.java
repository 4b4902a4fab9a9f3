package org.colophon.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
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
    private final Announcer announcer;
    private final AtomicLong lastProgress = new AtomicLong(System.nanoTime());
    private final AtomicReference<String> trouble = new AtomicReference<>();

    /**
     * @param items told of each item that reached an end
     * @param announcer told when something outside does not answer, and when it does again
     */
    Outcomes(Ports ports, ItemObserver items, Announcer announcer) {
        this.ports = ports;
        this.items = items;
        this.announcer = announcer;
    }

    @Override
    public void ended(Task task, Ending ending, Duration took) {
        log(task, ending, took);
        if (ending instanceof Ending.Unavailable unavailable) {
            if (trouble.getAndSet(unavailable.detail()) == null) {
                announcer.say("Waiting: " + unavailable.detail() + " Nothing is lost; work goes on by itself.");
            }
            return;
        }
        if (trouble.getAndSet(null) != null) {
            announcer.say("Going on.");
        }
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
        return trouble.get();
    }

    /** What stands in the way, and since how long nothing moved; null when nothing does. */
    String stuckFor(Duration atLeast) {
        long silent = System.nanoTime() - lastProgress.get();
        return silent < atLeast.toNanos() ? null : trouble.get();
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
