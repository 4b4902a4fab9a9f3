package org.colophon.publish;

import org.apache.camel.builder.RouteBuilder;
import org.colophon.item.Step;
import org.colophon.port.StepRunner;

/** The way to {@link Publish}: from its queue, so many at a time. */
public final class PublishRoute extends RouteBuilder {
    private final StepRunner runner;
    private final Publish step;
    private final int consumers;

    /** @param consumers how many messages are worked on at a time */
    public PublishRoute(StepRunner runner, Publish step, int consumers) {
        this.runner = runner;
        this.step = step;
        this.consumers = consumers;
    }

    @Override
    public void configure() {
        from("jms:queue:" + Step.PUBLISH.queue() + "?concurrentConsumers=" + consumers)
                .routeId(Step.PUBLISH.stem())
                .process(exchange -> runner.run(exchange.getMessage().getBody(String.class), step::publish));
    }
}
