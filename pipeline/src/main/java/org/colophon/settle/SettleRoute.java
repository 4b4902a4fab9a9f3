package org.colophon.settle;

import org.apache.camel.builder.RouteBuilder;
import org.colophon.item.Step;
import org.colophon.port.StepRunner;

/** The way to {@link Settle}: from its queue, so many at a time. */
public final class SettleRoute extends RouteBuilder {
    private final StepRunner runner;
    private final Settle step;
    private final int consumers;

    /** @param consumers how many messages are worked on at a time */
    public SettleRoute(StepRunner runner, Settle step, int consumers) {
        this.runner = runner;
        this.step = step;
        this.consumers = consumers;
    }

    @Override
    public void configure() {
        from("jms:queue:" + Step.SETTLE.queue() + "?concurrentConsumers=" + consumers)
                .routeId(Step.SETTLE.stem())
                .process(exchange -> runner.run(exchange.getMessage().getBody(String.class), step::settle));
    }
}
