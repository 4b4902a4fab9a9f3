package org.colophon.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.colophon.item.Task;

/** What stands in the way now, by what it holds up. Each cause is told once when it begins, and the end of all once. */
final class Troubles {
    private final Map<Object, Cause> standing = new LinkedHashMap<>();
    private final Announcer announcer;

    Troubles(Announcer announcer) {
        this.announcer = announcer;
    }

    private record Cause(String what, String detail) {}

    /**
     * Something does not answer.
     *
     * @param held the task or place that is held up
     * @param what the part that does not answer
     * @return whether this holds the same up for the first time
     */
    synchronized boolean met(Object held, String what, String detail) {
        boolean known =
                standing.values().stream().anyMatch(cause -> cause.what().equals(what));
        boolean first = standing.put(held, new Cause(what, detail)) == null;
        if (!known) {
            announcer.say("Waiting: " + detail + " Nothing is lost; work goes on by itself.");
        }
        return first;
    }

    /** A place goes on. */
    void over(String place) {
        clear(place::equals);
    }

    /** A task ended. What its item stood at before is not waited for any more: a rejected item skips the rest. */
    void over(Task ended) {
        clear(held -> held.equals(ended)
                || (held instanceof Task task
                        && task.item().equals(ended.item())
                        && task.step().compareTo(ended.step()) < 0));
    }

    private synchronized void clear(Predicate<Object> held) {
        if (standing.keySet().removeIf(held) && standing.isEmpty()) {
            announcer.say("Going on.");
        }
    }

    /** What stands in the way the longest; null when nothing does. */
    synchronized String first() {
        return standing.values().stream().findFirst().map(Cause::detail).orElse(null);
    }
}
