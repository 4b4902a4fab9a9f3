package org.colophon.adapter.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.colophon.adapter.clamd.NoScanner;
import org.colophon.adapter.ledger.LedgerDatabase;
import org.colophon.adapter.ledger.SqlHistory;
import org.colophon.adapter.ledger.SqlLedger;
import org.colophon.adapter.source.FolderSources;
import org.colophon.adapter.workspace.FolderWorkspace;
import org.colophon.examine.Examine;
import org.colophon.examine.ExamineConfig;
import org.colophon.examine.quality.Profiles;
import org.colophon.intake.Intake;
import org.colophon.intake.IntakeConfig;
import org.colophon.intake.TestClock;
import org.colophon.item.Access;
import org.colophon.item.Agent;
import org.colophon.item.Collection;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.Ending;
import org.colophon.port.Lease;
import org.colophon.port.StepRunner;
import org.colophon.port.TaskMessage;
import org.colophon.recognize.Recognize;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Tessdata;

/**
 * A house as far as recognition, with unruly workers: a real ledger, workspace and intake, the real steps with two
 * consumers each. Where a service would wait between two attempts, the clock is moved.
 */
final class UnrulyHouse implements AutoCloseable {
    private static final Agent SELF = Agent.colophon("0.1.0");
    private static final Duration PAUSE = Duration.ofSeconds(6);

    final SqlHistory history;
    private final Path inbox;
    private final Path file;
    private final TestClock clock = new TestClock();
    private final LedgerDatabase database;
    private final SqlLedger ledger;
    private final ForkedWorkers workers;
    private final Intake intake;
    private final StepRunner runner;
    private final Map<Step, Function<Lease, Ending>> rooms = new EnumMap<>(Step.class);
    private final Map<Step, ExecutorService> consumers = new EnumMap<>(Step.class);
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param millis how long a worker may take for a page */
    UnrulyHouse(Path home, long millis) throws IOException {
        inbox = Files.createDirectories(home.resolve("inbox"));
        file = home.resolve("ledger.db");
        database = LedgerDatabase.sqlite(file, clock);
        ledger = new SqlLedger(database, SELF, 4);
        history = new SqlHistory(database);
        FolderWorkspace workspace = new FolderWorkspace(home.resolve("work"));
        WorkerKind kind = UnrulyKind.in(home, 2, 1_000);
        workers = new ForkedWorkers(
                kind,
                kind,
                home.resolve("tmp"),
                new Limits(1_000_000, millis),
                new Tessdata(List.of(), Map.of()),
                ReadingStep.ALL);
        intake = new Intake(
                ledger,
                history,
                workspace,
                workers,
                new NoScanner(),
                new FolderSources(),
                this::wake,
                List.of(new Collection("default", "All", inbox, List.of("eng"), "any", Access.OPEN, null, null)),
                new IntakeConfig(PAUSE, PAUSE, PAUSE, 0, 20_000, "99999", "0.1.0"),
                clock,
                new Random(7));
        runner = new StepRunner(ledger, this::wake, renewals, "test", (task, ending, took) -> {});
        rooms.put(
                Step.EXAMINE,
                new Examine(history, workspace, workers, new ExamineConfig(Profiles.none(), List.of()), SELF, clock)
                        ::examine);
        rooms.put(Step.RECOGNIZE, new Recognize(history, workspace, workers, SELF, clock)::recognize);
        rooms.keySet().forEach(step -> consumers.put(step, Executors.newFixedThreadPool(2)));
    }

    /** Drops a folder that says it is complete; each page behaves as its content asks. */
    void drop(String object, String... pages) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve(object));
        for (int page = 1; page <= pages.length; page++) {
            // The name makes the scans of two objects differ.
            Files.writeString(folder.resolve(page + ".tif"), pages[page - 1] + "\n".repeat(object.hashCode() & 1023));
        }
        Files.createFile(folder.resolve(".ready"));
    }

    private void wake(List<Task> tasks) {
        for (Task task : tasks) {
            ExecutorService consumer = consumers.get(task.step());
            if (consumer != null) {
                underWay.incrementAndGet();
                consumer.execute(() -> take(task));
            }
        }
    }

    private void take(Task task) {
        try {
            runner.run(TaskMessage.write(task), rooms.get(task.step()));
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Works until something is so; fails when nothing moves any more before it is. */
    void workUntil(BooleanSupplier done) throws InterruptedException {
        for (int idle = 0; !done.getAsBoolean(); ) {
            if (underWay.get() > 0) {
                idle = 0;
                Thread.sleep(20);
                continue;
            }
            if (++idle > 30) {
                throw new AssertionError("nothing moves any more: " + history.items());
            }
            clock.pass(PAUSE);
            intake.look();
            wake(ledger.ring(Duration.ofSeconds(60), 4));
        }
    }

    Item item(String object) {
        return history.items().stream()
                .filter(item -> item.source().path().name().equals(object))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item of " + object));
    }

    /** How the attempts at a page's step ended, oldest first. */
    List<String> attempts(String step, ItemId item, int page) throws SQLException {
        List<String> outcomes = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement select = connection.prepareStatement(
                        "select outcome from attempt where step = ? and item = ? and page = ? order by id")) {
            select.setString(1, step);
            select.setString(2, item.name());
            select.setInt(3, page);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                outcomes.add(rows.getString(1));
            }
        }
        return outcomes;
    }

    @Override
    public void close() {
        workers.close();
        consumers.values().forEach(ExecutorService::shutdownNow);
        renewals.shutdownNow();
        database.close();
    }
}
