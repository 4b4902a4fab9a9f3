package org.colophon.port;

import java.util.List;
import org.colophon.item.Task;

/** Wakes whoever does a task. A lost or late message is harmless: the ledger is rung from again. */
public interface TaskQueue {

    /** Queues a message a task. Never throws: what cannot be queued is found by the sweeper. */
    void wake(List<Task> tasks);
}
