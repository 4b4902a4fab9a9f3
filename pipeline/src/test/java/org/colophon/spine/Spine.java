package org.colophon.spine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.colophon.Pipeline;
import org.colophon.adapter.ledger.BreakingLedger;
import org.colophon.adapter.ledger.LedgerDatabase;
import org.colophon.adapter.ledger.SqlHistory;
import org.colophon.adapter.ledger.SqlLedger;
import org.colophon.adapter.ocfl.OcflArchive;
import org.colophon.adapter.ocfl.S3Archive;
import org.colophon.adapter.s3.S3AccessCopies;
import org.colophon.adapter.source.FolderSources;
import org.colophon.adapter.workspace.FolderWorkspace;
import org.colophon.adapter.workspace.RestoringWorkspace;
import org.colophon.app.Onlooker;
import org.colophon.examine.quality.Profiles;
import org.colophon.intake.Intake;
import org.colophon.intake.IntakeConfig;
import org.colophon.item.Access;
import org.colophon.item.Agent;
import org.colophon.item.Collection;
import org.colophon.item.Item;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.colophon.port.AccessCopies;
import org.colophon.port.Archive;
import org.colophon.port.History;
import org.colophon.port.Ledger;
import org.colophon.port.Ports;
import org.colophon.port.StepRunner;
import org.colophon.port.TaskMessage;
import org.colophon.port.TaskQueue;
import org.colophon.port.Workers;
import org.colophon.port.Workspace;
import org.colophon.publish.PublishConfig;
import org.colophon.settle.SettleConfig;

/**
 * A whole house in this process, as one thread: the real parts behind every port, each able to fail as a plan says, the
 * real rooms in their order. Where a service would wait, the clock is moved.
 */
final class Spine implements AutoCloseable {
    static final Agent SELF = Agent.colophon("0.1.0");
    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofSeconds(61);
    private static final int PAGES_OF_ONE = 4;
    private static final int MOST_IDLE = 40;

    final History history;
    final Ports ports;
    final Onlooker onlooker;
    final List<RuntimeException> defects = new ArrayList<>();

    private final Ground ground;
    private final Plan plan;
    private final LedgerDatabase database;
    private final OcflArchive archive;
    private final Map<Step, Runnable> happenings = new EnumMap<>(Step.class);
    private final Queue<Task> queue = new ArrayDeque<>();
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor();
    private final StepRunner runner;
    private final Pipeline.Rooms rooms;
    private final Intake intake;

    /** Opens the home as the program does: leases of a process before are ended, leavings cleared. */
    Spine(Machine machine, Ground ground, Plan plan) throws IOException {
        this.ground = ground;
        this.plan = plan;
        AtomicBoolean breaks = new AtomicBoolean();
        database = BreakingLedger.sqlite(ground.ledger(), ground.clock, () -> breaks.compareAndSet(true, false));
        history = new SqlHistory(database);
        Ledger ledger = new FaultyLedger(new SqlLedger(database, SELF, PAGES_OF_ONE), plan, breaks).port();
        AtomicReference<FaultyStore> store = new AtomicReference<>();
        Path puts = ground.work().resolve("ocfl");
        S3Archive.sweep(puts);
        archive = S3Archive.open(machine.endpoint(), puts, Optional.empty(), client -> {
            store.set(new FaultyStore(client, plan));
            return store.get().port();
        });
        Archive deposits = new FaultyArchive(archive, plan, store.get()).port();
        AccessCopies copies = new FaultyCopies(S3AccessCopies.at(machine.endpoint()), plan).port();
        History questions = new FaultyHistory(history, plan).port();
        Workers workers = new FaultyWorkers(machine.workers(), plan).port();
        Workspace folder = new FaultyWorkspace(new FolderWorkspace(ground.work()), plan).port();
        Workspace workspace = new RestoringWorkspace(folder, questions, deposits, copies, workers);
        TaskQueue bell = new FaultyQueue(queue::addAll, plan).port();
        ports = new Ports(
                ledger,
                questions,
                workspace,
                new FaultySources(new FolderSources(), plan).port(),
                workers,
                bell,
                deposits,
                copies,
                new FaultyScanner(new StandInScanner(), plan).port());
        onlooker = new Onlooker(ports);
        runner = new StepRunner(ledger, bell, renewals, "test", onlooker.observer(), Duration.ofMillis(1));
        Pipeline pipeline = new Pipeline(ports, SELF, ground.clock);
        rooms = pipeline.rooms(configs());
        intake = pipeline.intake(configs().collections(), patience());
        Onlooker.takeOver(ports);
    }

    private Pipeline.Configs configs() {
        Collection collection = new Collection(
                "default", "All", ground.inbox(), List.of("eng"), "anything-readable", Access.OPEN, null, null);
        SettleConfig folders = new SettleConfig(
                ground.home.resolve("done"),
                ground.home.resolve("rejected"),
                ground.home.resolve("duplicate"),
                "http://127.0.0.1:8080");
        return new Pipeline.Configs(
                List.of(collection), Profiles.none(), folders, new PublishConfig(PublishConfig.Mode.AUTO));
    }

    private static IntakeConfig patience() {
        return new IntakeConfig(
                Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofMinutes(10), 0, 20_000, "99999", "0.1.0");
    }

    /** Something happens just before the next task of a step. */
    void before(Step step, Runnable happening) {
        happenings.put(step, happening);
    }

    /** Works until something is so, or nothing happens for long. */
    void workUntil(BooleanSupplier done) {
        int idle = 0;
        while (idle < MOST_IDLE) {
            Task task = queue.poll();
            if (task != null) {
                Runnable happening = happenings.remove(task.step());
                if (happening != null) {
                    happening.run();
                }
                take(task);
                if (plan.over()) {
                    // As a service does all the time; before the fault it would only make more calls of the same kind.
                    look();
                }
            } else if (done.getAsBoolean()) {
                return;
            } else {
                look();
                sweep();
                if (queue.isEmpty()) {
                    ground.clock.pass(IDLE);
                    idle++;
                }
            }
            plan.mend();
        }
    }

    /** What the route of a step does with a message. */
    private void take(Task task) {
        try {
            runner.run(TaskMessage.write(task), rooms.of(task.step()));
        } catch (RuntimeException e) {
            defects.add(e);
        }
    }

    /** What the route of intake does, again and again. */
    void look() {
        try {
            intake.look().tell(onlooker.observer());
        } catch (UnavailableException e) {
            onlooker.observer().met("intake", e);
        } catch (RuntimeException e) {
            defects.add(e);
        }
    }

    /** What the sweeper does, again and again. */
    void sweep() {
        try {
            ports.queue().wake(ports.ledger().ring(SILENT, PAGES_OF_ONE));
            onlooker.observer().over("sweep");
        } catch (UnavailableException e) {
            onlooker.observer().met("sweep", e);
        }
    }

    /** The only item there is. */
    Optional<Item> item() {
        List<Item> items = history.items();
        return items.size() == 1 ? Optional.of(items.get(0)) : Optional.empty();
    }

    @Override
    public void close() {
        renewals.shutdownNow();
        archive.close();
        database.close();
    }
}
