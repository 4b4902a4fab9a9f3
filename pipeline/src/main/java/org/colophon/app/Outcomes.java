package org.colophon.app;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.colophon.app.health.Troubles;
import org.colophon.app.metrics.StepMeters;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.colophon.port.Ending;
import org.colophon.port.Ports;
import org.colophon.port.StepRunner.StepObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Sees every attempt end: logs it, tells whoever watches about items that reached an end, frees the workspace. */
final class Outcomes implements StepObserver {
    private static final Logger LOG = LoggerFactory.getLogger("colophon.steps");

    private final Ports ports;
    private final ItemObserver items;
    private final Troubles troubles;
    private final StepMeters meters;
    /** Ends of which nothing has followed yet, since something outside did not answer. */
    private final Set<Task> owed = ConcurrentHashMap.newKeySet();

    private final AtomicLong lastProgress = new AtomicLong(System.nanoTime());

    /**
     * @param items told of each item that reached an end
     * @param troubles keeps what stands in the way
     * @param meters counts
     */
    Outcomes(Ports ports, ItemObserver items, Troubles troubles, StepMeters meters) {
        this.ports = ports;
        this.items = items;
        this.troubles = troubles;
        this.meters = meters;
    }

    @Override
    public void ended(Task task, Ending ending, Duration took) {
        log(ending, took);
        meters.ended(task, ending, took);
        if (ending instanceof Ending.Unavailable unavailable) {
            troubles.met(task, unavailable.what(), unavailable.detail());
            return;
        }
        troubles.over(task);
        lastProgress.set(System.nanoTime());
        if (task.step() == Step.SETTLE || task.step() == Step.PUBLISH) {
            owed.add(task);
            drawConsequences();
        } else if (ending instanceof Ending.Failed) {
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

    /** The sweeper tells this every few seconds: time to free what could not be freed at once. */
    @Override
    public void over(String where) {
        troubles.over(where);
        try {
            drawConsequences();
        } catch (UnavailableException e) {
            LOG.debug("not freed yet: {}", e.getMessage());
        }
    }

    private void drawConsequences() {
        for (Task task : List.copyOf(owed)) {
            if (owed.remove(task)) {
                try {
                    ports.history().item(task.item()).ifPresent(item -> reached(task, item));
                } catch (UnavailableException e) {
                    owed.add(task);
                    throw e;
                }
            }
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

    /** What stands in the way, and since how long nothing moved; null when nothing does. */
    String stuckFor(Duration atLeast) {
        long silent = System.nanoTime() - lastProgress.get();
        return silent < atLeast.toNanos() ? null : troubles.first();
    }

    /** Which item and page it was, {@link org.colophon.port.StepRunner} marks every line of an attempt with. */
    private static void log(Ending ending, Duration took) {
        boolean good = ending instanceof Ending.Done || ending instanceof Ending.Refused;
        String message = ending.outcome() + " in " + took.toMillis() + " ms";
        if (ending instanceof Ending.Failed failed) {
            message += ": " + failed.detail();
        } else if (ending instanceof Ending.Unavailable unavailable) {
            message += " (" + unavailable.what() + "): " + unavailable.detail();
        }
        LOG.atLevel(good ? Level.INFO : Level.WARN)
                .addKeyValue("outcome", ending.outcome())
                .addKeyValue("millis", took.toMillis())
                .log(message);
    }

    /** Told of items that reached an end: readable, held, returned, or set aside. */
    @FunctionalInterface
    interface ItemObserver {
        void ended(Item item);
    }
}
