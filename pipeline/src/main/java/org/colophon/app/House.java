package org.colophon.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.colophon.adapter.ledger.LedgerDatabase;
import org.colophon.adapter.ledger.SqlHistory;
import org.colophon.adapter.ledger.SqlLedger;
import org.colophon.adapter.ocfl.OcflArchive;
import org.colophon.adapter.ocfl.S3Archive;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.adapter.queue.Broker;
import org.colophon.adapter.queue.JmsTaskQueue;
import org.colophon.adapter.s3.S3AccessCopies;
import org.colophon.adapter.s3.StorePulse;
import org.colophon.adapter.s3store.EmbeddedStore;
import org.colophon.adapter.source.FolderSources;
import org.colophon.adapter.workers.ForkedWorkers;
import org.colophon.adapter.workspace.RestoringWorkspace;
import org.colophon.app.health.Vitals;
import org.colophon.app.metrics.Traffic;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.examine.quality.Profiles;
import org.colophon.item.Agent;
import org.colophon.port.AccessCopies;
import org.colophon.port.History;
import org.colophon.port.Ledger;
import org.colophon.port.Ports;
import org.colophon.port.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A home opened for work, with an adapter behind every port. Whoever opens it holds the home's lock. */
public final class House implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    private final Deque<AutoCloseable> opened;
    private final Home home;
    private final Settings settings;
    private final Temps temps;
    private final StoreEndpoint store;
    private final boolean embeddedStore;
    private final Broker broker;
    private final LedgerDatabase database;
    private final ForkedWorkers workers;
    private final StorePulse storePulse;
    private final Traffic traffic = new Traffic();
    private final Profiles profiles;
    private final Ports ports;

    /** @param opened takes what is opened on the way, the newest first */
    private House(Home home, Settings settings, Announcer announcer, Fittings fittings, Deque<AutoCloseable> opened) {
        this.opened = opened;
        this.home = home;
        this.settings = settings;
        Distribution distribution = Distribution.current();
        this.profiles = ProfilesOpening.open(home, settings, distribution);
        this.temps = opened(Temps.in(home));
        Optional<StoreEndpoint> configured = StoreOpening.configured(settings);
        this.embeddedStore = configured.isEmpty();
        this.store = configured.orElseGet(() -> {
            EmbeddedStore process = opened(StoreOpening.start(home, distribution));
            return StoreOpening.address(process, settings);
        });
        this.database = opened(LedgerOpening.await(home, settings, announcer));
        this.broker = opened(BrokerOpening.await(settings, announcer));
        JmsTaskQueue queue = opened(new JmsTaskQueue(broker.connections(), announcer::say));
        WorkersOpening.tidy(home);
        this.workers = opened(
                WorkersOpening.open(home, settings, distribution, temps.folder().resolve("workers")));
        Ledger ledger = new SqlLedger(database, self(), pagesOfOne());
        History history = new SqlHistory(database);
        Path puts = home.work().resolve("ocfl");
        S3Archive.sweep(puts);
        OcflArchive archive = opened(S3Archive.open(store, puts, database.locks()));
        AccessCopies copies = S3AccessCopies.at(store);
        Workspace workspace =
                new RestoringWorkspace(WorkspaceOpening.open(home, settings, store), history, archive, copies, workers);
        this.storePulse = opened(new StorePulse(store, Vitals.PATIENCE));
        this.ports = fittings.ports()
                .apply(new Ports(
                        ledger,
                        history,
                        traffic.counted(workspace),
                        new FolderSources(),
                        workers,
                        queue,
                        traffic.counted(archive),
                        copies,
                        ScannerOpening.open(settings)));
    }

    /**
     * Opens a home for work. With a ledger of its own all leases of an earlier process are ended: the lock says that it
     * is gone. In a ledger that others may share, leases run out by themselves.
     *
     * @param lock proof that nobody else works here
     */
    public static House open(Home home, HomeLock lock, Settings settings, Announcer announcer) {
        return open(home, lock, settings, announcer, Fittings.NONE);
    }

    /** As above, with something put between the house and its steps. */
    static House open(Home home, HomeLock lock, Settings settings, Announcer announcer, Fittings fittings) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            House house = new House(home, settings, announcer, fittings, opened);
            if (settings.get(Keys.LEDGER_URL).isEmpty()) {
                house.ports.ledger().abandonAll();
                new Whereabouts(house.database, house.ports.ledger(), house.ports.sources()).update(home, lock);
            }
            new Cleaning(house.ports).releaseWhatIsSettled();
            opened.addLast(lock);
            return house;
        } catch (RuntimeException e) {
            closeAll(opened);
            throw e;
        }
    }

    /** Colophon itself, as an agent. */
    public static Agent self() {
        return Agent.colophon(Distribution.version());
    }

    /** Most pages of one item that are queued at a time: enough to keep the workers busy, few enough for a letter. */
    int pagesOfOne() {
        return 2 * Math.max(Runtime.getRuntime().availableProcessors(), WorkersOpening.recognizers(settings));
    }

    /** Every port. */
    public Ports ports() {
        return ports;
    }

    /** What scans are held against. */
    Profiles profiles() {
        return profiles;
    }

    Home home() {
        return home;
    }

    Settings settings() {
        return settings;
    }

    Broker broker() {
        return broker;
    }

    ForkedWorkers workers() {
        return workers;
    }

    Temps temps() {
        return temps;
    }

    StorePulse storePulse() {
        return storePulse;
    }

    Traffic traffic() {
        return traffic;
    }

    /** What others need to reach this service. */
    RunFile runFile(String web) {
        return new RunFile(
                ProcessHandle.current().pid(),
                web,
                store.endpoint().toString(),
                embeddedStore ? home.storeKeys().toString() : null);
    }

    /** Ends the workers at once; calls under way end as unavailable. */
    void stopWorkers() {
        closeQuietly(workers);
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.addFirst(resource);
        return resource;
    }

    /** Closes everything, the newest first, the lock last. */
    @Override
    public void close() {
        closeAll(opened);
    }

    private static void closeAll(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            closeQuietly(opened.pollFirst());
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("{} could not be closed", resource, e);
        }
    }
}
