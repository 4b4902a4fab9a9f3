package org.colophon.preserve;

import org.apache.camel.builder.RouteBuilder;
import org.colophon.item.Step;
import org.colophon.port.StepRunner;

/** The way to {@link Preserve}: from its queue, so many at a time. */
public final class PreserveRoute extends RouteBuilder {
    private final StepRunner runner;
    private final Preserve step;
    private final int consumers;

    /** @param consumers how many messages are worked on at a time */
    public PreserveRoute(StepRunner runner, Preserve step, int consumers) {
        this.runner = runner;
        this.step = step;
        this.consumers = consumers;
    }

    @Override
    public void configure() {
        from("jms:queue:" + Step.PRESERVE.queue() + "?concurrentConsumers=" + consumers)
                .routeId(Step.PRESERVE.stem())
                .process(exchange -> runner.run(exchange.getMessage().getBody(String.class), step::preserve));
    }
}
