package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.colophon.adapter.queue.BrokerServer;
import org.colophon.adapter.s3store.EmbeddedStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two machines share the work through a real PostgreSQL, a real Artemis and an S3 store, none of which is theirs; only
 * the machines are two processes with a home each.
 */
class ManyMachinesIT {
    private static final String OBJECT = "01-letter";
    private static final int PAGES = 2;

    @TempDir
    Path folder;

    private EmbeddedPostgres database;
    private BrokerServer broker;
    private EmbeddedStore store;
    private Program desk;
    private Program mill;

    @BeforeEach
    void startWhatTheyShare() throws IOException {
        database = EmbeddedPostgres.start();
        broker = new BrokerServer(folder.resolve("broker"), BrokerServer.NEW_ENOUGH);
        broker.start();
        store = new EmbeddedStore(
                Path.of("../workers/store/target/lib"),
                folder.resolve("store"),
                folder.resolve("keys"),
                folder.resolve("store.log"),
                0);
        Path shared = Files.writeString(
                folder.resolve("cluster.yml"),
                """
                ledger: {url: "%s", user: postgres, password: postgres}
                broker: {url: "%s"}
                store: {endpoint: "%s", access-key: "%s", secret-key: "%s"}
                web: {port: 0}
                inbox: {quiet: 1s, every: 500ms, reserve: 1m}
                """
                        .formatted(
                                database.getJdbcUrl("postgres", "postgres"),
                                broker.url(),
                                store.endpoint(),
                                store.accessKey(),
                                store.secretKey()));
        desk = new Program(folder.resolve("desk"), "--config", shared.toString());
        mill = new Program(folder.resolve("mill"), "--config", shared.toString());
    }

    @AfterEach
    void endWhatTheyShare() throws IOException {
        store.close();
        broker.close();
        database.close();
    }

    @Test
    void whatIsDroppedAtOneMachineIsWorkedOnByTheOther() throws IOException {
        DemoIT.copy(
                Path.of("..", "sample-scans", OBJECT),
                desk.home().resolve("inbox").resolve(OBJECT));
        Process first = desk.start("run", "--roles", "intake,publish,web");
        Process second = mill.start("run", "--roles", "examine,recognize,preserve");
        try {
            Path receipt = desk.home().resolve("done").resolve(OBJECT).resolve("RECEIPT.txt");
            Program.await("the receipt, and the page for readers", Duration.ofMinutes(2), () -> {
                assertThat(first.isAlive()).as(Program.text(desk.log())).isTrue();
                assertThat(second.isAlive()).as(Program.text(mill.log())).isTrue();
                return Files.exists(receipt) && Program.text(desk.log()).contains("deposited");
            });
        } finally {
            Program.stop(second);
            Program.stop(first);
        }
        List<JsonNode> items = mill.list();
        assertThat(items).hasSize(1);
        JsonNode item = items.get(0);
        assertThat(item.get("state").asText()).isEqualTo("published");
        Path archive = folder.resolve("store").resolve("colophon-archive");
        ValidObjects.check(archive, List.of(item.get("ark").asText()));
        assertThat(DemoIT.digests(archive)).containsAll(DemoIT.digests(Path.of("..", "sample-scans", OBJECT)));
        assertThat(done(mill, "examine")).as("each page, and their comparison").isEqualTo(PAGES + 1);
        assertThat(done(mill, "recognize")).isEqualTo(PAGES);
        assertThat(done(mill, "preserve")).isEqualTo(1);
        assertThat(done(desk, "settle")).isEqualTo(1);
        assertThat(done(desk, "publish")).isEqualTo(1);
        assertThat(done(desk, "examine") + done(desk, "recognize") + done(desk, "preserve"))
                .isZero();
        assertThat(folder.resolve("store")
                        .resolve("colophon-work")
                        .resolve(item.get("id").asText()))
                .as("the workspace was freed")
                .satisfiesAnyOf(left -> assertThat(left).doesNotExist(), left -> assertThat(left)
                        .isEmptyDirectory());
    }

    /** How often a machine's log says that a step was done. */
    private static long done(Program machine, String step) {
        return Program.text(machine.home().resolve("logs").resolve("colophon.log"))
                .lines()
                .filter(line -> line.contains(step + " item=") && line.contains(" done in "))
                .count();
    }
}
