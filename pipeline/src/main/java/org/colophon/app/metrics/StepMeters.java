package org.colophon.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.Ending;

/** Counts how attempts of this process end, and how long they take. Every series is there from the start, at zero. */
public final class StepMeters implements MeterBinder {
    /** A thumbnail's worth to a large book's deposit. */
    private static final Duration[] BUCKETS =
            List.of(50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000).stream()
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private volatile Map<Step, Map<String, Counter>> counters = Map.of();
    private volatile Map<Step, Timer> timers = Map.of();

    /** The name of what a step counts: pages, or whole items. */
    static String counter(Step step) {
        return step.pagewise() ? "colophon.pages" : "colophon.items";
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Map<Step, Map<String, Counter>> counted = new EnumMap<>(Step.class);
        Map<Step, Timer> timed = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            counted.put(step, counters(registry, step));
            timed.put(
                    step,
                    Timer.builder("colophon.step")
                            .description("Time that attempts took, from lease to commit")
                            .tag("step", step.stem())
                            .serviceLevelObjectives(BUCKETS)
                            .register(registry));
        }
        counters = counted;
        timers = timed;
    }

    private static Map<String, Counter> counters(MeterRegistry registry, Step step) {
        return List.of("done", "refused", "failed", "unavailable").stream()
                .collect(Collectors.toMap(outcome -> outcome, outcome -> Counter.builder(counter(step))
                        .description("Attempts by how they ended")
                        .tag("step", step.stem())
                        .tag("outcome", outcome)
                        .register(registry)));
    }

    /** An attempt ended. Does nothing while nobody measures. */
    public void ended(Task task, Ending ending, Duration took) {
        Map<String, Counter> outcomes = counters.get(task.step());
        boolean comparison = task.step().pagewise() && task.page() == 0;
        if (outcomes != null && !comparison) {
            outcomes.get(ending.outcome()).increment();
            timers.get(task.step()).record(took);
        }
    }
}
