package org.colophon.spine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colophon.intake.TestClock;

/** What is left of a house when its process is killed: its home on disk, and the time. */
final class Ground {
    static final String DROPPED = "letter";

    final Path home;
    final TestClock clock = new TestClock();
    private Path ledger;
    private final Path frozen;

    /** Makes a home with an empty ledger, and with an object in its inbox that says it is complete. */
    Ground(Path home, Path emptyLedger, Map<String, byte[]> files) throws IOException {
        this.home = home;
        this.frozen = home.resolve("as-at-the-stop");
        for (String folder : List.of("inbox/" + DROPPED, "done", "rejected", "duplicate", "work")) {
            Files.createDirectories(home.resolve(folder));
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(dropped().resolve(file.getKey()), file.getValue());
        }
        Files.createFile(dropped().resolve(".ready"));
        this.ledger = Files.copy(emptyLedger, home.resolve("ledger.db"));
    }

    Path ledger() {
        return ledger;
    }

    /** Has the ledger lie elsewhere; before anything is written into it. */
    void moveLedger(Path folder) throws IOException {
        ledger = Files.copy(ledger, folder.resolve("ledger.db"));
    }

    Path inbox() {
        return home.resolve("inbox");
    }

    Path dropped() {
        return inbox().resolve(DROPPED);
    }

    Path work() {
        return home.resolve("work");
    }

    /** Keeps what lies on the disk at the moment of a stop: the dying code still clears up, a killed one does not. */
    void freeze() {
        copy(work(), frozen);
    }

    /** Puts back what lay there at the stop. */
    void thaw() {
        delete(work());
        try {
            Files.move(frozen, work());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
