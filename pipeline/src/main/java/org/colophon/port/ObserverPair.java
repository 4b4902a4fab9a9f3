package org.colophon.port;

import java.time.Duration;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.colophon.port.StepRunner.StepObserver;

/** Two observers as one. */
record ObserverPair(StepObserver one, StepObserver other) implements StepObserver {
    @Override
    public void began(Task task) {
        one.began(task);
        other.began(task);
    }

    @Override
    public void ended(Task task, Ending ending, Duration took) {
        one.ended(task, ending, took);
        other.ended(task, ending, took);
    }

    @Override
    public void met(String where, UnavailableException trouble) {
        one.met(where, trouble);
        other.met(where, trouble);
    }

    @Override
    public void over(String where) {
        one.over(where);
        other.over(where);
    }
}
