package org.colophon.app;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.colophon.Pipeline;
import org.colophon.adapter.queue.Queues;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.intake.Intake;
import org.colophon.item.Step;
import org.colophon.port.StepRunner;
import org.colophon.publish.PublishConfig;
import org.colophon.settle.SettleConfig;

/** The routes of a house, running. */
final class Steps implements AutoCloseable {
    private static final long STOP_SECONDS = 5;

    private final House house;
    private final CamelContext camel = new DefaultCamelContext();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "leases");
        thread.setDaemon(true);
        return thread;
    });

    private final StepRunner runner;
    private final StepRunner.StepObserver observer;

    private Steps(House house, StepRunner.StepObserver observer) {
        this.house = house;
        this.observer = observer;
        String holder = "process-" + ManagementFactory.getRuntimeMXBean().getName();
        this.runner = new StepRunner(house.ports().ledger(), house.ports().queue(), clock, holder, observer);
    }

    /**
     * Starts the routes of this machine's steps and, where there are any, the sweeper.
     *
     * @param site where the reading room answers, for receipts
     */
    static Steps start(House house, Roles roles, Pipeline pipeline, StepRunner.StepObserver observer, String site) {
        Steps steps = new Steps(house, observer);
        steps.configure();
        Map<Step, RouteBuilder> routes = pipeline.steps(steps.runner, steps.consumers(), steps.configs(site));
        routes.keySet().retainAll(roles.steps());
        steps.add(routes.values());
        if (!routes.isEmpty()) {
            steps.add(List.of(
                    new SweepRoute(house.ports().ledger(), house.ports().queue(), house.pagesOfOne(), observer)));
        }
        try {
            steps.camel.start();
        } catch (RuntimeException e) {
            steps.close();
            throw e;
        }
        return steps;
    }

    /** Starts watching the inboxes. */
    void watch(Pipeline pipeline, Intake intake) {
        add(List.of(pipeline.intakeRoute(intake, house.settings().get(Keys.INBOX_EVERY), observer)));
    }

    private void configure() {
        camel.addComponent("jms", Queues.component(house.broker().connections()));
        camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
        camel.getShutdownStrategy().setSuppressLoggingOnTimeout(true);
        camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
    }

    private void add(Collection<? extends RouteBuilder> routes) {
        for (RouteBuilder route : routes) {
            try {
                camel.addRoutes(route);
            } catch (Exception e) {
                throw new IllegalStateException("the route " + route.getClass().getSimpleName() + " cannot start", e);
            }
        }
    }

    private Pipeline.Consumers consumers() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Pipeline.Consumers(cores, WorkersOpening.recognizers(house.settings()), cores, 1);
    }

    private Pipeline.Configs configs(String site) {
        Settings settings = house.settings();
        Home home = house.home();
        return new Pipeline.Configs(
                settings.collections(),
                house.profiles(),
                new SettleConfig(home.done(), home.rejected(), home.duplicate(), site),
                new PublishConfig(PublishConfig.Mode.of(settings.get(Keys.PUBLISH_MODE))));
    }

    @Override
    public void close() {
        runner.stop();
        camel.stop();
        clock.shutdownNow();
    }
}
