package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed with SIGKILL while it writes. */
class KilledProcessTest {
    private static final int COMMITS = 40;
    private static final String COMMITTED = "committed ";

    @TempDir
    Path home;

    @Test
    void whatWasCommittedOutlivesAKilledProcess() throws Exception {
        Path file = home.resolve("ledger.db");
        List<ItemId> committed = killInTheMiddle(file);
        try (LedgerDatabase database = LedgerDatabase.sqlite(file)) {
            SqlLedger ledger = new SqlLedger(database, Samples.COLOPHON, 4);
            SqlHistory history = new SqlHistory(database);
            for (ItemId id : committed) {
                assertThat(history.item(id)).isPresent().get().matches(item -> item.state() == ItemState.EXAMINING);
                assertThat(ledger.begin(new Task(id, 1, Step.EXAMINE), "next")).isEmpty();
            }
            assertThat(ledger.abandonAll()).isGreaterThanOrEqualTo(committed.size());
            for (ItemId id : committed) {
                assertThat(ledger.begin(new Task(id, 1, Step.EXAMINE), "next"))
                        .isPresent()
                        .get()
                        .matches(lease -> lease.number() == 2);
            }
            String intact = database.transactions()
                    .read("test", session -> session.one("pragma integrity_check", row -> row.getString(1)));
            assertThat(intact).isEqualTo("ok");
        }
    }

    /** Names of items whose admission and first lease the process saw committed before it was killed. */
    private static List<ItemId> killInTheMiddle(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ItemId> committed = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches(COMMITTED + "[a-z0-9]{11}")) {
                    committed.add(new ItemId(line.substring(COMMITTED.length())));
                }
                if (committed.size() == COMMITS) {
                    // SIGKILL where there are signals. By the handle, so that the rest of its output stays readable.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertThat(committed).hasSizeGreaterThanOrEqualTo(COMMITS);
        return committed;
    }

    /** Admits and begins without end, and says so after each commit. */
    static final class Writer {
        private Writer() {}

        /** @param arguments the ledger's file */
        public static void main(String[] arguments) {
            try (LedgerDatabase database = LedgerDatabase.sqlite(Path.of(arguments[0]))) {
                SqlLedger ledger = new SqlLedger(database, Samples.COLOPHON, 4);
                for (int i = 0; i < 100_000; i++) {
                    ItemId id = Samples.mint();
                    ledger.admit(Samples.object(id, 3));
                    ledger.begin(new Task(id, 1, Step.EXAMINE), "writer")
                            .ifPresent(lease -> System.out.println(COMMITTED + id));
                    System.out.flush();
                }
            }
        }
    }
}
