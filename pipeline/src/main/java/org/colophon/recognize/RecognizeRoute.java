package org.colophon.recognize;

import org.apache.camel.builder.RouteBuilder;
import org.colophon.item.Step;
import org.colophon.port.StepRunner;

/** The way to {@link Recognize}: from its queue, so many at a time. */
public final class RecognizeRoute extends RouteBuilder {
    private final StepRunner runner;
    private final Recognize step;
    private final int consumers;

    /** @param consumers how many messages are worked on at a time */
    public RecognizeRoute(StepRunner runner, Recognize step, int consumers) {
        this.runner = runner;
        this.step = step;
        this.consumers = consumers;
    }

    @Override
    public void configure() {
        from("jms:queue:" + Step.RECOGNIZE.queue() + "?concurrentConsumers=" + consumers)
                .routeId(Step.RECOGNIZE.stem())
                .process(exchange -> runner.run(exchange.getMessage().getBody(String.class), step::recognize));
    }
}
