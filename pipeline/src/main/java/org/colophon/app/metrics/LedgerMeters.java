package org.colophon.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.ToDoubleFunction;
import org.colophon.app.Lately;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.UnavailableException;
import org.colophon.port.History;
import org.colophon.port.History.Backlog;

/** What the ledger says is to be done. Where machines share a ledger, each tells the same. No number while it is away. */
public final class LedgerMeters implements MeterBinder, AutoCloseable {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ExecutorService askers = Lately.askers();
    private final Lately<Optional<Backlog>> backlog;

    public LedgerMeters(History history) {
        this.backlog = new Lately<>(() -> ask(history), FRESH, PATIENCE, askers);
    }

    private static Optional<Backlog> ask(History history) {
        try {
            return Optional.of(history.backlog());
        } catch (UnavailableException e) {
            // That the database is away is for the health page to say.
            return Optional.empty();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Step step : Step.values()) {
            tasks(registry, step, "ready", Backlog::ready);
            tasks(registry, step, "leased", Backlog::leased);
            tasks(registry, step, "pausing", Backlog::pausing);
            FunctionCounter.builder(StepMeters.counter(step), this, meters -> meters.tell(of(step, Backlog::abandoned)))
                    .description("Attempts by how they ended")
                    .tag("step", step.stem())
                    .tag("outcome", "abandoned")
                    .register(registry);
        }
        for (ItemState state : History.OPEN) {
            Gauge.builder(
                            "colophon.open.items",
                            this,
                            meters -> meters.tell(now -> now.items().getOrDefault(state, 0)))
                    .description("Items that something is still to come of, by state")
                    .tag("state", state.spelling())
                    .register(registry);
        }
    }

    private void tasks(MeterRegistry registry, Step step, String state, TasksByStep tasks) {
        Gauge.builder("colophon.queue.tasks", this, meters -> meters.tell(of(step, tasks)))
                .description(
                        "Tasks that wait for a place (ready), are worked on (leased), or are tried again later (pausing)")
                .tag("step", step.stem())
                .tag("state", state)
                .register(registry);
    }

    private static ToDoubleFunction<Backlog> of(Step step, TasksByStep tasks) {
        return now -> tasks.in(now).getOrDefault(step, 0);
    }

    private double tell(ToDoubleFunction<Backlog> number) {
        Optional<Backlog> now = backlog.get().flatMap(answer -> answer);
        return now.isPresent() ? number.applyAsDouble(now.get()) : Double.NaN;
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }

    @FunctionalInterface
    private interface TasksByStep {
        Map<Step, Integer> in(Backlog backlog);
    }
}
