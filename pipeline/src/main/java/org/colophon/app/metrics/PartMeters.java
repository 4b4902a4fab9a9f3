package org.colophon.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.colophon.app.health.Part;
import org.colophon.app.health.Vitals;

/**
 * The health page's answers, for alarms.
 *
 * @param vitals of this machine
 */
public record PartMeters(Vitals vitals) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Part part : vitals.parts()) {
            Gauge.builder("colophon.part.up", vitals, asked -> asked.up(part) ? 1 : 0)
                    .description("Whether a part that this machine needs can be worked with")
                    .tag("part", part.word())
                    .register(registry);
        }
    }
}
