package org.colophon.spine;

import java.lang.reflect.Method;
import java.util.List;
import org.colophon.item.Task;
import org.colophon.port.TaskQueue;

/** A queue that loses messages, all or some of them, or delivers them twice; it never throws. */
final class FaultyQueue extends Faulty<TaskQueue> {
    FaultyQueue(TaskQueue real, Plan plan) {
        super(TaskQueue.class, real, plan, Place.QUEUE);
    }

    @Override
    boolean changes(String method) {
        return true;
    }

    @Override
    boolean divides(String method) {
        return true;
    }

    @Override
    void half(Method method, Object[] arguments) {
        List<Task> tasks = tasks(arguments);
        real.wake(tasks.subList(0, tasks.size() / 2));
    }

    @Override
    Object failure(Method method, Object[] arguments) {
        if (plan.fault() == Fault.AFTER) {
            real.wake(tasks(arguments));
        }
        return null;
    }

    private static List<Task> tasks(Object[] arguments) {
        return ((List<?>) arguments[0]).stream().map(Task.class::cast).toList();
    }
}
