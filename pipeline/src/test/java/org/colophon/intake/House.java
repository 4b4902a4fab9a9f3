package org.colophon.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colophon.adapter.clamd.NoScanner;
import org.colophon.adapter.ledger.LedgerDatabase;
import org.colophon.adapter.ledger.SqlHistory;
import org.colophon.adapter.ledger.SqlLedger;
import org.colophon.adapter.source.FolderSources;
import org.colophon.adapter.workspace.FolderWorkspace;
import org.colophon.item.Access;
import org.colophon.item.Agent;
import org.colophon.item.Collection;
import org.colophon.item.Item;
import org.colophon.item.Task;
import org.colophon.port.Sources;
import org.colophon.port.VirusScanner;

/**
 * A home with a real SQLite ledger, a real workspace and real folders; only the workers are stood in for, by {@link
 * MarkedScans}, since intake asks them nothing but whether a file is whole and how many pages it has.
 */
public final class House implements AutoCloseable {
    public static final Duration QUIET = Duration.ofSeconds(60);

    public final Path home;
    public final Path inbox;
    public final TestClock clock = new TestClock();
    public final MarkedScans workers = new MarkedScans();
    public final List<Task> woken = new ArrayList<>();
    public final LedgerDatabase database;
    public final SqlLedger ledger;
    public final SqlHistory history;
    public final FolderWorkspace workspace;
    public final Sources sources = new FolderSources();
    public VirusScanner scanner = new NoScanner();
    public final Collection collection;
    public IntakeConfig config =
            new IntakeConfig(QUIET, Duration.ofSeconds(10), Duration.ofMinutes(10), 0, 20_000, "99999", "0.1.0");
    private Intake intake;

    public House(Path home) throws IOException {
        this.home = home.toRealPath();
        this.inbox = Files.createDirectories(this.home.resolve("inbox"));
        for (String folder : List.of("done", "rejected", "duplicate")) {
            Files.createDirectories(this.home.resolve(folder));
        }
        database = LedgerDatabase.sqlite(this.home.resolve("ledger.db"), clock);
        ledger = new SqlLedger(database, Agent.colophon("0.1.0"), 4);
        history = new SqlHistory(database);
        workspace = new FolderWorkspace(this.home.resolve("work"));
        collection =
                new Collection("default", "All", inbox, List.of("eng"), "anything-readable", Access.OPEN, null, null);
    }

    /** Intake of a process that just started. */
    public Intake restart() {
        ledger.abandonAll();
        intake = new Intake(
                ledger,
                history,
                workspace,
                workers,
                scanner,
                sources,
                woken::addAll,
                List.of(collection),
                config,
                clock,
                new Random(7));
        return intake;
    }

    public Look look() {
        return (intake == null ? restart() : intake).look();
    }

    /** Looks every few seconds for longer than the quiet time. */
    public void lookUntilQuiet() {
        lookFor(QUIET.plusSeconds(10));
    }

    public void lookFor(Duration time) {
        for (long gone = 0; gone <= time.toSeconds(); gone += 5) {
            look();
            clock.pass(Duration.ofSeconds(5));
        }
    }

    /** A scan that is whole, of one page. */
    public Path scan(String path) {
        return write(path, MarkedScans.whole(path));
    }

    public Path write(String path, String content) {
        Path file = inbox.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path in the inbox whose name has these bytes, UTF-8 or not. */
    public Path raw(String percentEncoded) {
        return Path.of(URI.create(inbox.toUri() + percentEncoded));
    }

    public String status() {
        return read(inbox.resolve("STATUS.txt"));
    }

    public static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only item there is. */
    public Item item() {
        List<Item> items = history.items();
        if (items.size() != 1) {
            throw new AssertionError("not one item but " + items);
        }
        return items.get(0);
    }

    public Item item(String dropped) {
        return history.items().stream()
                .filter(item -> item.source().path().name().equals(dropped))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + dropped + " in " + history.items()));
    }

    @Override
    public void close() {
        database.close();
    }
}
