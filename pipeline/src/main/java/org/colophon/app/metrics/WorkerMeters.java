package org.colophon.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.colophon.adapter.workers.ForkedWorkers;
import org.colophon.adapter.workers.Loss;

/**
 * How often a worker's process had to be replaced, and why.
 *
 * @param workers of this process
 */
public record WorkerMeters(ForkedWorkers workers) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String kind : workers.kinds()) {
            for (Loss reason : Loss.values()) {
                FunctionCounter.builder("colophon.worker.restarts", workers, pools -> pools.restarts(kind, reason))
                        .description("Worker processes that were replaced")
                        .tag("kind", kind)
                        .tag("reason", reason.word())
                        .register(registry);
            }
        }
    }
}
