package org.colophon.app;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiFunction;
import org.colophon.adapter.ledger.LedgerDatabase;
import org.colophon.adapter.ledger.OlderLedgerException;
import org.colophon.adapter.ledger.SqlHistory;
import org.colophon.adapter.ledger.SqlLedger;
import org.colophon.adapter.ocfl.OcflArchive;
import org.colophon.adapter.ocfl.S3Archive;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.adapter.s3store.EmbeddedStore;
import org.colophon.app.settings.Settings;
import org.colophon.decisions.Decisions;
import org.colophon.item.Agent;
import org.colophon.port.Archive;
import org.colophon.port.History;
import org.colophon.port.Ledger;

/** A home opened beside whoever works in it: to ask, to decide, to read the archive; not to work. */
public final class Desk implements AutoCloseable {
    private final Home home;
    private final Settings settings;
    private final Ledger ledger;
    private final History history;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private Desk(Home home, Settings settings, LedgerDatabase database, Temps temps) {
        this.home = home;
        this.settings = settings;
        // It rings for nothing: what is ready stays silent, and so the service's sweeper finds it within seconds.
        this.ledger = new SqlLedger(database, Agent.colophon(Distribution.version()), 0);
        this.history = new SqlHistory(database);
        opened.push(temps);
        opened.push(database);
    }

    /**
     * Opens an existing home to decide; its lock is not needed.
     *
     * @throws OlderLedgerException when its ledger is of an older release and a service works there
     */
    public static Desk open(Home home, Settings settings) {
        return open(home, settings, DeskLedger::deciding);
    }

    /**
     * Opens an existing home to ask; nothing is written.
     *
     * @throws OlderLedgerException when its ledger is of an older release
     */
    public static Desk reading(Home home, Settings settings) {
        return open(home, settings, DeskLedger::reading);
    }

    private static Desk open(Home home, Settings settings, BiFunction<Home, Settings, LedgerDatabase> ledger) {
        home.logAs(settings);
        // A log of its own: a running service turns its file over by itself.
        home.logInto("commands");
        Temps temps = Temps.in(home);
        try {
            return new Desk(home, settings, ledger.apply(home, settings), temps);
        } catch (RuntimeException e) {
            closed(temps);
            throw e;
        }
    }

    private static void closed(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not be closed", e);
        }
    }

    /** Questions to the ledger. */
    public History history() {
        return history;
    }

    /** Decisions; a running service acts on them within seconds. */
    public Decisions decisions() {
        return new Decisions(ledger, tasks -> {}, Clock.systemUTC());
    }

    /** Whether a service works in this home. */
    public boolean served() {
        return RunFile.read(home).isPresent();
    }

    /** The end of a sentence: who will act on a decision. */
    public String byWhom() {
        return served() ? " by the running service" : " when Colophon is started next";
    }

    /** The archive: through the live service's store, or through the embedded store started for this. */
    public Archive archive() {
        OcflArchive archive = S3Archive.open(address(), home.work().resolve("ocfl-desk"), Optional.empty());
        opened.push(archive);
        return archive;
    }

    private StoreEndpoint address() {
        Optional<StoreEndpoint> configured = StoreOpening.configured(settings);
        if (configured.isPresent()) {
            return configured.get();
        }
        Optional<RunFile> run = RunFile.read(home);
        if (run.isPresent()) {
            return StoreOpening.address(run.get(), settings);
        }
        opened.push(HomeLock.take(home));
        EmbeddedStore store = StoreOpening.start(home, Distribution.current());
        opened.push(store);
        return StoreOpening.address(store, settings);
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            closed(opened.pop());
        }
    }
}
