package org.colophon.intake;

import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.colophon.item.UnavailableException;
import org.colophon.port.TroubleObserver;

/** Looks at the inboxes again and again; what is whole is decided by {@link Intake}, never by a lock on a file. */
public final class IntakeRoute extends RouteBuilder {
    private static final Duration RENEWAL = Duration.ofSeconds(10);

    private final Intake intake;
    private final Duration every;
    private final TroubleObserver observer;
    private List<String> told = List.of();

    /** @param every pause between two looks */
    public IntakeRoute(Intake intake, Duration every, TroubleObserver observer) {
        this.intake = intake;
        this.every = every;
        this.observer = observer;
    }

    @Override
    public void configure() {
        from("timer:intake?fixedRate=false&delay=0&period=" + every.toMillis())
                .routeId("intake")
                .process(exchange -> look());
        // A route of its own: a look at a large object may last longer than a watch.
        from("timer:watches?fixedRate=false&delay=" + RENEWAL.toMillis() + "&period=" + RENEWAL.toMillis())
                .routeId("watches")
                .process(exchange -> renew());
    }

    private void renew() {
        try {
            intake.renewWatches();
            observer.over("watches");
        } catch (UnavailableException e) {
            observer.met("watches", e);
        }
    }

    private void look() {
        try {
            Look look = intake.look();
            tell(look.problems());
            look.tell(observer);
        } catch (UnavailableException e) {
            observer.met("intake", e);
        }
    }

    /** Each problem once, however many looks it lasts. */
    private void tell(List<String> problems) {
        problems.stream().filter(problem -> !told.contains(problem)).forEach(log::warn);
        told = problems;
    }
}
