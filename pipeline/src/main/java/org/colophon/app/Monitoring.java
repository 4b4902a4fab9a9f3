package org.colophon.app;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.colophon.app.health.Troubles;
import org.colophon.app.health.Vitals;
import org.colophon.app.metrics.LedgerMeters;
import org.colophon.app.metrics.PartMeters;
import org.colophon.app.metrics.StepMeters;
import org.colophon.app.metrics.WorkerMeters;
import org.springframework.context.support.GenericApplicationContext;

/** What monitors see of a house at work: {@code /actuator/health} and {@code /actuator/prometheus}. */
final class Monitoring implements AutoCloseable {
    private final House house;
    private final Vitals vitals;
    private final LedgerMeters ledger;
    private final StepMeters steps;

    Monitoring(House house, Roles roles, Troubles troubles, StepMeters steps) {
        this.house = house;
        this.vitals = new Vitals(Questions.of(house, roles), troubles);
        this.ledger = new LedgerMeters(house.ports().history());
        this.steps = steps;
    }

    /** Adds it to the web pages. */
    void show(GenericApplicationContext context) {
        vitals.show(context);
        for (MeterBinder meters :
                List.of(steps, ledger, new WorkerMeters(house.workers()), new PartMeters(vitals), house.traffic())) {
            context.registerBean(meters.getClass().getSimpleName(), MeterBinder.class, () -> meters);
        }
    }

    @Override
    public void close() {
        vitals.close();
        ledger.close();
    }
}
