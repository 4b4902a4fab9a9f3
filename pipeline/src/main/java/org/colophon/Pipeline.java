package org.colophon;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.camel.builder.RouteBuilder;
import org.colophon.examine.Examine;
import org.colophon.examine.ExamineConfig;
import org.colophon.examine.ExamineRoute;
import org.colophon.examine.quality.Profiles;
import org.colophon.intake.Intake;
import org.colophon.intake.IntakeConfig;
import org.colophon.intake.IntakeRoute;
import org.colophon.item.Agent;
import org.colophon.item.Collection;
import org.colophon.item.Step;
import org.colophon.port.Ending;
import org.colophon.port.Lease;
import org.colophon.port.Ports;
import org.colophon.port.StepRunner;
import org.colophon.port.TroubleObserver;
import org.colophon.preserve.Preserve;
import org.colophon.preserve.PreserveRoute;
import org.colophon.publish.Publish;
import org.colophon.publish.PublishConfig;
import org.colophon.publish.PublishRoute;
import org.colophon.recognize.Recognize;
import org.colophon.recognize.RecognizeRoute;
import org.colophon.settle.Settle;
import org.colophon.settle.SettleConfig;
import org.colophon.settle.SettleRoute;

/**
 * The way a scan takes, whole:
 *
 * <pre>
 *   inbox/ ─ intake ─▶ examine ─▶ recognize ─▶ preserve ─▶ settle ─▶ publish ─▶ reading room
 *            (item)    (page)      (page)       (item)      (folder)   (item)
 * </pre>
 *
 * Intake admits an object and queues its pages. Every step takes a message from its queue, does one thing, and queues
 * what is ready because of it; the ledger knows what that is, and the queue only wakes.
 */
public final class Pipeline {
    private final Ports ports;
    private final Agent colophon;
    private final Clock clock;

    /** @param colophon ourselves, with version */
    public Pipeline(Ports ports, Agent colophon, Clock clock) {
        this.ports = ports;
        this.colophon = colophon;
        this.clock = clock;
    }

    /**
     * Decides that a dropped object is whole, copies it in with its digests, has it checked for viruses, and admits it.
     *
     * @param collections whose inboxes are watched
     */
    public Intake intake(List<Collection> collections, IntakeConfig config) {
        return new Intake(
                ports.ledger(),
                ports.history(),
                ports.workspace(),
                ports.workers(),
                ports.scanner(),
                ports.sources(),
                ports.queue(),
                collections,
                config,
                clock,
                RandomGenerator.of("SecureRandom"));
    }

    /** The way into the house. */
    public RouteBuilder intakeRoute(Intake intake, Duration every, TroubleObserver observer) {
        return new IntakeRoute(intake, every, observer);
    }

    /** The steps' rooms, furnished. */
    public Rooms rooms(Configs configs) {
        return new Rooms(
                new Examine(
                        ports.history(),
                        ports.workspace(),
                        ports.workers(),
                        new ExamineConfig(configs.profiles(), configs.collections()),
                        colophon,
                        clock),
                new Recognize(ports.history(), ports.workspace(), ports.workers(), colophon, clock),
                new Preserve(
                        ports.history(),
                        ports.ledger(),
                        ports.workspace(),
                        ports.archive(),
                        configs.collections(),
                        colophon,
                        clock),
                new Settle(
                        ports.ledger(),
                        ports.history(),
                        ports.sources(),
                        configs.collections(),
                        configs.settle(),
                        configs.publish().mode() == PublishConfig.Mode.HOLD),
                new Publish(ports.history(), ports.workspace(), ports.accessCopies(), configs.publish()));
    }

    /** The way through it; the machine that does all of it is the rule. */
    public Map<Step, RouteBuilder> steps(StepRunner runner, Consumers consumers, Configs configs) {
        Rooms rooms = rooms(configs);
        Map<Step, RouteBuilder> way = new EnumMap<>(Step.class);
        way.put(Step.EXAMINE, new ExamineRoute(runner, rooms.examine(), consumers.examine()));
        way.put(Step.RECOGNIZE, new RecognizeRoute(runner, rooms.recognize(), consumers.recognize()));
        way.put(Step.PRESERVE, new PreserveRoute(runner, rooms.preserve(), consumers.preserve()));
        way.put(Step.SETTLE, new SettleRoute(runner, rooms.settle(), 1));
        way.put(Step.PUBLISH, new PublishRoute(runner, rooms.publish(), consumers.publish()));
        return way;
    }

    /** One room a step, each with one verb. */
    public record Rooms(Examine examine, Recognize recognize, Preserve preserve, Settle settle, Publish publish) {

        /** What a step does with a lease. */
        public Function<Lease, Ending> of(Step step) {
            return switch (step) {
                case EXAMINE -> examine::examine;
                case RECOGNIZE -> recognize::recognize;
                case PRESERVE -> preserve::preserve;
                case SETTLE -> settle::settle;
                case PUBLISH -> publish::publish;
            };
        }
    }

    /** How many messages each step takes at a time. */
    public record Consumers(int examine, int recognize, int preserve, int publish) {}

    /** What each step's room was told. */
    public record Configs(
            List<Collection> collections, Profiles profiles, SettleConfig settle, PublishConfig publish) {}
}
