package org.colophon.port;

import org.colophon.item.Task;
import org.slf4j.MDC;

/** While it is open, every line that this thread logs is marked with the work it does. */
final class LogContext implements AutoCloseable {
    private static final String STEP = "step";
    private static final String ITEM = "item";
    private static final String PAGE = "page";
    private static final String ATTEMPT = "attempt";

    private LogContext() {}

    static LogContext of(Task task) {
        MDC.put(STEP, task.step().stem());
        MDC.put(ITEM, task.item().name());
        if (task.page() > 0) {
            MDC.put(PAGE, String.valueOf(task.page()));
        }
        return new LogContext();
    }

    /** @param number how many attempts at the task there were, with this one */
    void attempt(int number) {
        MDC.put(ATTEMPT, String.valueOf(number));
    }

    @Override
    public void close() {
        MDC.remove(STEP);
        MDC.remove(ITEM);
        MDC.remove(PAGE);
        MDC.remove(ATTEMPT);
    }
}
