package org.colophon.app;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.colophon.port.Ledger;
import org.colophon.port.TaskQueue;

/** The sweeper: rings for what is ready and was not rung for, so that no lost message stops an item. */
final class SweepRoute extends RouteBuilder {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration SILENT = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final TaskQueue queue;
    private final int pagesOfOne;

    SweepRoute(Ledger ledger, TaskQueue queue, int pagesOfOne) {
        this.ledger = ledger;
        this.queue = queue;
        this.pagesOfOne = pagesOfOne;
    }

    @Override
    public void configure() {
        from("timer:sweep?fixedRate=false&delay=0&period=" + EVERY.toMillis())
                .routeId("sweep")
                .process(exchange -> queue.wake(ledger.ring(SILENT, pagesOfOne)));
    }
}
