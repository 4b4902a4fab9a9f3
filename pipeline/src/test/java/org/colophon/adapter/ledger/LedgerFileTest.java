package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger as a file: its schema, its backup, its faults. */
class LedgerFileTest {
    private static final String OURS = "classpath:db/migration";

    @TempDir
    Path home;

    @Test
    void theLedgerIsBackedUpBeforeAMigration() throws IOException {
        ItemId id = dropped(home.resolve("ledger.db"));
        assertThat(backups()).isEmpty();
        migrated().close();
        assertThat(backups()).singleElement().satisfies(backup -> {
            assertThat(backup.getFileName().toString()).matches("ledger\\.db\\.before-v\\d+-.*");
            Path copy = Files.copy(backup, home.resolve("copy.db"));
            try (LedgerDatabase old = LedgerDatabase.sqlite(copy)) {
                assertThat(new SqlHistory(old).item(id)).isPresent();
            }
        });
        migrated().close();
        assertThat(backups()).hasSize(1);
    }

    @Test
    void aNewerSchemaIsRefused() throws IOException {
        Path file = home.resolve("ledger.db");
        dropped(file);
        migrated().close();
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> LedgerDatabase.sqlite(file))
                .isInstanceOf(NewerLedgerException.class)
                .hasMessageContaining("schema 99")
                .hasMessageContaining(" only");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void whoeverOpensItAsItIsNeverMigrates() throws IOException {
        Path file = home.resolve("ledger.db");
        ItemId id = dropped(file);
        byte[] before = Files.readAllBytes(file);
        for (boolean readOnly : new boolean[] {true, false}) {
            assertThatThrownBy(() -> LedgerDatabase.sqliteAsItIs(file, readOnly, OURS, later()))
                    .isInstanceOf(OlderLedgerException.class)
                    .hasMessageContaining("works with schema 99")
                    .hasMessageContaining("colophon run");
            try (LedgerDatabase same = LedgerDatabase.sqliteAsItIs(file, readOnly)) {
                assertThat(new SqlHistory(same).item(id)).isPresent();
            }
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(backups()).isEmpty();
        migrated().close();
        assertThatThrownBy(() -> LedgerDatabase.sqliteAsItIs(file, true)).isInstanceOf(NewerLedgerException.class);
    }

    @Test
    void aReaderSeesWhatIsWrittenBesideItAndWritesNothing() {
        Path file = home.resolve("ledger.db");
        try (LedgerDatabase service = LedgerDatabase.sqlite(file);
                LedgerDatabase reader = LedgerDatabase.sqliteAsItIs(file, true)) {
            ItemId id = Samples.mint();
            ledger(service).admit(Samples.object(id, 1));
            assertThat(new SqlHistory(reader).item(id)).isPresent();
            assertThatThrownBy(() -> ledger(reader).reject(id, "No.", Samples.decided("no")))
                    .isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void everyCommitReachesTheDisk() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.sqlite(home.resolve("ledger.db"))) {
            assertThat(pragma(database, "pragma journal_mode")).isEqualTo("wal");
            // 2 is FULL (sqlite.org/pragma.html#pragma_synchronous).
            assertThat(pragma(database, "pragma synchronous")).isEqualTo("2");
            assertThat(pragma(database, "pragma foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void twoProcessesMayWriteOneLedger() {
        Path file = home.resolve("ledger.db");
        try (LedgerDatabase one = LedgerDatabase.sqlite(file);
                LedgerDatabase other = LedgerDatabase.sqlite(file)) {
            ItemId id = Samples.mint();
            ledger(one).admit(Samples.object(id, 1));
            ledger(other).reject(id, "Not ours.", Samples.decided("no"));
            assertThat(new SqlHistory(one).item(id).orElseThrow().reason()).isEqualTo("Not ours.");
        }
    }

    @Test
    void aFullDiskIsUnavailableAndChangesNothing() {
        try (LedgerDatabase database = LedgerDatabase.sqlite(home.resolve("ledger.db"))) {
            SqlLedger ledger = ledger(database);
            String pages = pragma(database, "pragma page_count");
            pragma(database, "pragma max_page_count = " + pages);
            ItemId id = Samples.mint();
            assertThatThrownBy(() -> ledger.admit(Samples.object(id, 500)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("free some space");
            assertThat(new SqlHistory(database).item(id)).isEmpty();
            pragma(database, "pragma max_page_count = 100000");
            assertThatThrownBy(() -> ledger.record(id, List.of(Samples.decided("of nothing"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("defect");
            assertThat(ledger.admit(Samples.object(id, 500))).isNotEmpty();
        }
    }

    @Test
    void aFileThatIsNoLedgerIsSaidToBeDamaged() throws IOException {
        Path file = Files.writeString(home.resolve("ledger.db"), "not a database at all, but long enough".repeat(99));
        assertThatThrownBy(() -> LedgerDatabase.sqlite(file))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aMissingFolderIsUnavailable() {
        assertThatThrownBy(() -> LedgerDatabase.sqlite(home.resolve("nowhere/ledger.db")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("nowhere");
    }

    /** Opens the ledger as a later release with one migration more would. */
    private LedgerDatabase migrated() throws IOException {
        return LedgerDatabase.sqlite(home.resolve("ledger.db"), Clock.systemUTC(), OURS, later());
    }

    private String later() throws IOException {
        Path later = Files.createDirectories(home.resolve("later"));
        Files.writeString(later.resolve("V99__shelf.sql"), "alter table item add column shelf text;");
        return "filesystem:" + later.toAbsolutePath();
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.getFileName().toString().contains("before"))
                    .toList();
        }
    }

    private static ItemId dropped(Path file) {
        ItemId id = Samples.mint();
        try (LedgerDatabase database = LedgerDatabase.sqlite(file)) {
            ledger(database).admit(Samples.object(id, 1));
        }
        return id;
    }

    private static SqlLedger ledger(LedgerDatabase database) {
        return new SqlLedger(database, Samples.COLOPHON, 4);
    }

    private static String pragma(LedgerDatabase database, String pragma) {
        return database.transactions().write("test", session -> session.one(pragma, row -> row.getString(1)));
    }
}
