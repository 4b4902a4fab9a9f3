package org.colophon.app;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.colophon.item.UnavailableException;
import org.colophon.port.Ledger;
import org.colophon.port.TaskQueue;
import org.colophon.port.TroubleObserver;

/** The sweeper: rings for what is ready and was not rung for, so that no lost message stops an item. */
final class SweepRoute extends RouteBuilder {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration SILENT = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final TaskQueue queue;
    private final int pagesOfOne;
    private final TroubleObserver observer;

    SweepRoute(Ledger ledger, TaskQueue queue, int pagesOfOne, TroubleObserver observer) {
        this.ledger = ledger;
        this.queue = queue;
        this.pagesOfOne = pagesOfOne;
        this.observer = observer;
    }

    @Override
    public void configure() {
        from("timer:sweep?fixedRate=false&delay=0&period=" + EVERY.toMillis())
                .routeId("sweep")
                .process(exchange -> sweep());
    }

    private void sweep() {
        try {
            queue.wake(ledger.ring(SILENT, pagesOfOne));
            observer.over("sweep");
        } catch (UnavailableException e) {
            observer.met("sweep", e);
        }
    }
}
