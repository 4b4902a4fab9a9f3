package org.colophon.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.colophon.adapter.ledger.LedgerDatabase;
import org.colophon.adapter.ledger.SqlHistory;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.adapter.queue.Broker;
import org.colophon.adapter.queue.JmsTaskQueue;
import org.colophon.adapter.s3.StoreProbe;
import org.colophon.adapter.s3store.EmbeddedStore;
import org.colophon.adapter.workers.ForkedWorkers;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.item.ColophonException;
import org.colophon.item.ItemState;
import org.colophon.port.Workers.WorkerReply;

/** Tries everything a service needs, beside a running one or on an idle home. */
public final class Doctor {
    private static final String JPEG_2000_DECODER = "opj_decompress";

    private final Home home;
    private final Settings settings;
    private final List<Diagnosis> diagnoses = new ArrayList<>();

    /** @param settings already checked: a bad configuration does not get this far */
    public Doctor(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
    }

    /** How one part is. */
    public enum Grade {
        GOOD,
        WARN,
        BAD;

        /** As printed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was found out about one part, and what to do. */
    public record Diagnosis(String part, Grade grade, String text) {}

    /** Tries each part; a part that fails does not keep the others from being tried. */
    public List<Diagnosis> examine() {
        good("java", Runtime.version() + " in " + System.getProperty("java.home"));
        good("config", "every key is known and good");
        Optional<RunFile> run = RunFile.read(home);
        good(
                "home",
                home.folder()
                        + (run.isPresent() ? ", served by process " + run.get().pid() : ", idle"));
        trying("disk", this::disk);
        try (Temps temps = Temps.in(home)) {
            trying("database", this::database);
            trying("store", () -> store(run));
            trying("broker", this::broker);
            trying("workers", () -> workers(temps.folder()));
        } catch (IOException e) {
            diagnoses.add(new Diagnosis("disk", Grade.WARN, String.valueOf(e.getMessage())));
        }
        trying("virus-scanner", this::scanner);
        identifiers();
        languages();
        jpeg2000();
        return List.copyOf(diagnoses);
    }

    private void disk() {
        home.logAs(settings);
        home.prepare();
        Startup.checkFolders(home, settings);
        long free = home.folder().toFile().getUsableSpace();
        long reserve = settings.get(Keys.INBOX_RESERVE);
        String text = (free >> 20) + " MB free, " + (reserve >> 20) + " MB are kept free (inbox.reserve)";
        diagnoses.add(new Diagnosis("disk", free > reserve ? Grade.GOOD : Grade.BAD, text));
    }

    private void database() {
        boolean fresh = settings.get(Keys.LEDGER_URL).isEmpty() && !Files.exists(home.ledger());
        if (fresh) {
            good("database", "none yet; the first start makes it");
            return;
        }
        try (LedgerDatabase database = DeskLedger.reading(home, settings)) {
            SqlHistory history = new SqlHistory(database);
            int waiting = history.items(List.of(ItemState.SET_ASIDE), 0, 1_000).size();
            good("database", "answers; " + waiting + " items are set aside");
        }
    }

    private void store(Optional<RunFile> run) {
        Optional<StoreEndpoint> configured = StoreOpening.configured(settings);
        if (configured.isPresent()) {
            probe(configured.get());
        } else if (run.isPresent()) {
            probe(StoreOpening.address(run.get(), settings));
        } else {
            HomeLock lock = HomeLock.take(home);
            try (EmbeddedStore store = StoreOpening.start(home, Distribution.current())) {
                probe(StoreOpening.address(store, settings));
            } finally {
                lock.close();
            }
        }
    }

    private void probe(StoreEndpoint address) {
        new StoreProbe(address).putGetDelete();
        good("store", "put, read back and deleted an object at " + address.endpoint());
    }

    private void broker() {
        List<String> trouble = new ArrayList<>();
        try (Broker broker = BrokerOpening.open(settings);
                JmsTaskQueue queue = new JmsTaskQueue(broker.connections(), trouble::add)) {
            queue.wake(List.of());
            if (trouble.isEmpty()) {
                good("broker", broker.description() + ", answers");
            } else {
                diagnoses.add(new Diagnosis("broker", Grade.BAD, trouble.get(0)));
            }
        }
    }

    private void workers(Path temp) {
        Path tiny = temp.resolve("doctor.txt");
        try (ForkedWorkers workers =
                WorkersOpening.open(home, settings, Distribution.current(), temp.resolve("workers"))) {
            Files.writeString(tiny, "no image");
            if (workers.inspect(tiny, "txt") instanceof WorkerReply.Failed<?> failed) {
                diagnoses.add(new Diagnosis("workers", Grade.BAD, failed.detail()));
            } else {
                good("workers", "start and answer");
            }
        } catch (IOException e) {
            diagnoses.add(new Diagnosis("workers", Grade.BAD, String.valueOf(e.getMessage())));
        }
    }

    private void scanner() {
        String text = ScannerOpening.open(settings)
                .agent()
                .map(agent -> agent + " answers at " + settings.get(Keys.VIRUS_CLAMD))
                .orElse("off (virus.clamd): what is taken in is recorded as not checked");
        good("virus-scanner", text);
    }

    private void identifiers() {
        String naan = settings.get(Keys.IDS_NAAN);
        boolean trial = naan.equals(Keys.IDS_NAAN.fallback());
        diagnoses.add(new Diagnosis(
                "ids",
                trial ? Grade.WARN : Grade.GOOD,
                trial ? "ids.naan is " + naan + ", for trying out only: set your own number" : "ids.naan is " + naan));
    }

    private void languages() {
        good("models", String.join(", ", WorkersOpening.tessdata(settings).available()));
        Startup.missingLanguages(settings, WorkersOpening.languages(settings))
                .forEach(missing -> diagnoses.add(new Diagnosis("languages", Grade.WARN, missing)));
    }

    /** The image worker looks for the program along the same path, each time it needs it. */
    private void jpeg2000() {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean there = Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, JPEG_2000_DECODER)));
        diagnoses.add(new Diagnosis(
                "jpeg 2000",
                there ? Grade.GOOD : Grade.WARN,
                there
                        ? JPEG_2000_DECODER + " is installed"
                        : "scans in JPEG 2000 wait until OpenJPEG's " + JPEG_2000_DECODER
                                + " is installed (Debian and Ubuntu: apt-get install libopenjp2-tools; Fedora:"
                                + " openjpeg2-tools; macOS: brew install openjpeg)"));
    }

    private void trying(String part, Runnable trial) {
        try {
            trial.run();
        } catch (ColophonException e) {
            diagnoses.add(new Diagnosis(part, Grade.BAD, e.getMessage()));
        }
    }

    private void good(String part, String text) {
        diagnoses.add(new Diagnosis(part, Grade.GOOD, text));
    }
}
