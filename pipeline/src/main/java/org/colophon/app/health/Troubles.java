package org.colophon.app.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.colophon.item.Task;

/**
 * What stands in the way now, by what it holds up. Each cause is told once when it begins, and the end of all once.
 *
 * <p>What was held up may go on elsewhere: another machine does it, or a person decides that nobody shall. So a trouble
 * that is not met again is forgotten.
 */
public final class Troubles {
    /** The longest pause before a task is tried again is 10 min; within the minute after it the sweeper rings for it. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(12);

    private final Map<Object, Cause> standing = new LinkedHashMap<>();
    private final Consumer<String> announcer;
    private final LongSupplier nanos;

    /** @param announcer told in a sentence when something does not answer, and when all goes on */
    public Troubles(Consumer<String> announcer) {
        this(announcer, System::nanoTime);
    }

    Troubles(Consumer<String> announcer, LongSupplier nanos) {
        this.announcer = announcer;
        this.nanos = nanos;
    }

    private record Cause(String what, String detail, long met) {}

    /**
     * Something does not answer.
     *
     * @param held the task or place that is held up
     * @param what the part that does not answer
     * @return whether this holds the same up for the first time
     */
    public synchronized boolean met(Object held, String what, String detail) {
        forget();
        boolean known = standing(what);
        boolean first = standing.put(held, new Cause(what, detail, nanos.getAsLong())) == null;
        if (!known) {
            announcer.accept("Waiting: " + detail + " Nothing is lost; work goes on by itself.");
        }
        return first;
    }

    /** A place goes on. */
    public void over(String place) {
        clear((held, cause) -> held.equals(place));
    }

    /** A task ended. What its item stood at before is not waited for any more: a rejected item skips the rest. */
    public void over(Task ended) {
        clear((held, cause) -> held.equals(ended)
                || (held instanceof Task task
                        && task.item().equals(ended.item())
                        && task.step().compareTo(ended.step()) < 0));
    }

    /** A part answers again: the tasks it held up only pause, and say so anew if it is not all well with it. */
    public void back(String what) {
        clear((held, cause) -> held instanceof Task && cause.what().equals(what));
    }

    private void forget() {
        long now = nanos.getAsLong();
        clear((held, cause) -> now - cause.met() > LONGEST_SILENCE.toNanos());
    }

    private synchronized void clear(BiPredicate<Object, Cause> over) {
        boolean some = standing.entrySet().removeIf(entry -> over.test(entry.getKey(), entry.getValue()));
        if (some && standing.isEmpty()) {
            announcer.accept("Going on.");
        }
    }

    /** Whether something waits for this part. */
    public synchronized boolean standing(String what) {
        forget();
        return standing.values().stream().anyMatch(cause -> cause.what().equals(what));
    }

    /** What stands in the way the longest; null when nothing does. */
    public synchronized String first() {
        forget();
        return standing.values().stream().findFirst().map(Cause::detail).orElse(null);
    }
}
