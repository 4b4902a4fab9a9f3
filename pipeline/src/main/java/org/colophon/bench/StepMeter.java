package org.colophon.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.Ending;
import org.colophon.port.StepRunner.StepObserver;

/** Books what the threads that do the steps cost, from a message's arrival until its outcome was told. */
final class StepMeter implements StepObserver {
    private final Map<Step, Usage> steps = new EnumMap<>(Step.class);
    private final Map<ItemId, Long> published = new HashMap<>();
    private final Map<Thread, Usage> begun = new ConcurrentHashMap<>();
    private final BlockingQueue<Boolean> anything = new ArrayBlockingQueue<>(1);

    @Override
    public void began(Task task) {
        begun.put(Thread.currentThread(), ProcFiles.thisThread());
    }

    @Override
    public void ended(Task task, Ending ending, Duration took) {
        long now = System.nanoTime();
        Usage cost = ProcFiles.thisThread().since(begun.remove(Thread.currentThread()));
        synchronized (this) {
            steps.merge(task.step(), cost, Usage::plus);
            if (task.step() == Step.PUBLISH && ending instanceof Ending.Done) {
                published.put(task.item(), now);
            }
        }
        anything.offer(Boolean.TRUE);
    }

    /** What every step cost since the start. */
    synchronized Map<Step, Usage> steps() {
        return new EnumMap<>(steps);
    }

    /** When an item became readable, by {@link System#nanoTime}; null before. */
    synchronized Long published(ItemId item) {
        return published.get(item);
    }

    /** Waits until any step ends, or so long. */
    void await(Duration atMost) throws InterruptedException {
        anything.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
