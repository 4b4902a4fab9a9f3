package org.colophon.spine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colophon.adapter.ledger.LedgerDatabase;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.adapter.s3store.EmbeddedStore;
import org.colophon.adapter.workers.ForkedWorkers;
import org.colophon.adapter.workers.WorkerKind;
import org.colophon.port.Workers;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Tessdata;
import org.slf4j.LoggerFactory;

/** What outlives every house of a test class: the store's process, the workers, the letter that is dropped. */
final class Machine implements AutoCloseable {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("org.colophon");
    private static final Logger STEPS = (Logger) LoggerFactory.getLogger("colophon");
    private static final long HEAP = 512L << 20;

    final Path folder;
    final EmbeddedStore store;
    final Map<String, byte[]> letter;
    private final Path emptyLedger;
    private final ForkedWorkers forked;
    private final Workers workers;

    /** A machine whose workers are asked once for each question. */
    Machine(Path folder) throws IOException {
        this(folder, true);
    }

    /** @param recalls whether a question that was asked before is answered without the workers */
    Machine(Path folder, boolean recalls) throws IOException {
        this.folder = Files.createDirectories(folder).toRealPath();
        // What hundreds of wanted faults have to say would drown everything else.
        LOG.setLevel(Level.OFF);
        STEPS.setLevel(Level.OFF);
        this.letter = DrawnLetter.files();
        this.emptyLedger = this.folder.resolve("empty.db");
        LedgerDatabase.sqlite(emptyLedger).close();
        this.store = new EmbeddedStore(
                library("store"), stored(), this.folder.resolve("keys"), this.folder.resolve("store.log"), 0);
        this.forked = workers(this.folder);
        this.workers = recalls ? new RecalledWorkers(forked) : forked;
    }

    private static ForkedWorkers workers(Path folder) {
        WorkerKind image = new WorkerKind(
                "image",
                library("image"),
                "org.colophon.worker.image.ImageWorker",
                List.of(),
                HEAP,
                2 * HEAP,
                1,
                10_000);
        WorkerKind ocr = new WorkerKind(
                "ocr",
                library("ocr"),
                "org.colophon.worker.ocr.OcrWorker",
                List.of("--natives", folder.resolve("natives").toString()),
                HEAP,
                2 * HEAP,
                1,
                10_000);
        Limits limits = new Limits(1_000_000, 60_000);
        return new ForkedWorkers(
                image, ocr, folder.resolve("tmp"), limits, new Tessdata(List.of(), Map.of()), ReadingStep.ALL);
    }

    private static Path library(String worker) {
        Path library = Path.of("..", "workers", worker, "target", "lib");
        assertThat(library)
                .as("built by: mvn -pl workers/" + worker + " -am package")
                .isNotEmptyDirectory();
        return library.toAbsolutePath().normalize();
    }

    /** Where the store keeps its buckets. */
    Path stored() {
        return folder.resolve("store");
    }

    StoreEndpoint endpoint() {
        return new StoreEndpoint(store.endpoint(), "us-east-1", store.accessKey(), store.secretKey(), true);
    }

    Workers workers() {
        return workers;
    }

    /** A new home, with the letter in its inbox. */
    Ground ground() throws IOException {
        return new Ground(Files.createTempDirectory(folder, "home"), emptyLedger, letter);
    }

    @Override
    public void close() {
        LOG.setLevel(null);
        STEPS.setLevel(null);
        forked.close();
        store.close();
    }
}
