package org.colophon.examine;

import org.apache.camel.builder.RouteBuilder;
import org.colophon.item.Step;
import org.colophon.port.StepRunner;

/** The way to {@link Examine}: from its queue, so many at a time. */
public final class ExamineRoute extends RouteBuilder {
    private final StepRunner runner;
    private final Examine step;
    private final int consumers;

    /** @param consumers how many messages are worked on at a time */
    public ExamineRoute(StepRunner runner, Examine step, int consumers) {
        this.runner = runner;
        this.step = step;
        this.consumers = consumers;
    }

    @Override
    public void configure() {
        from("jms:queue:" + Step.EXAMINE.queue() + "?concurrentConsumers=" + consumers)
                .routeId(Step.EXAMINE.stem())
                .process(exchange -> runner.run(exchange.getMessage().getBody(String.class), step::examine));
    }
}
