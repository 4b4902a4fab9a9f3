package org.colophon.adapter.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.colophon.item.FileSeen;
import org.colophon.item.ItemId;

/** An open ledger, at the schema of this release. Close it last. */
public final class LedgerDatabase implements Closeable {
    private static final String MIGRATIONS = "classpath:db/migration";
    private static final String SQLITE_SERIAL = "integer primary key autoincrement";

    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Transactions transactions;
    private final boolean shared;

    private LedgerDatabase(
            HikariDataSource writers, HikariDataSource readers, DatabaseClock clock, String place, boolean shared) {
        this.shared = shared;
        this.writers = writers;
        this.readers = readers;
        this.transactions = new Transactions(writers, readers, clock, place);
    }

    /**
     * Opens the ledger of one machine, or makes it. Several processes may have the file open; writers take turns.
     *
     * @param file its folder exists
     * @throws NewerLedgerException when a newer release wrote it
     * @throws org.colophon.item.UnavailableException when it cannot be read or written
     */
    public static LedgerDatabase sqlite(Path file) {
        return sqlite(file, Clock.systemUTC(), MIGRATIONS);
    }

    /**
     * Sees that the ledger of one machine is whole. Reads all of it.
     *
     * @param file may be missing
     * @throws LedgerDamagedException when it is not
     * @throws org.colophon.item.UnavailableException when it cannot be read
     */
    public static void checkSqlite(Path file) {
        if (Files.exists(file)) {
            Soundness.check(file);
        }
    }

    /** As {@link #sqlite(Path)}, with leases measured by this clock. */
    public static LedgerDatabase sqlite(Path file, Clock clock) {
        return sqlite(file, clock, MIGRATIONS);
    }

    static LedgerDatabase sqlite(Path file, Clock clock, String... migrations) {
        boolean existed = Files.exists(file);
        new Schema(SqliteFile.writer(file), SQLITE_SERIAL, file.toString(), migrations).migrate(version -> {
            if (existed) {
                SqliteFile.backUp(file, version, clock.instant());
            }
        });
        return migrated(file, clock, UnaryOperator.identity());
    }

    /**
     * Opens a ledger that has the schema of this release.
     *
     * @param through what every transaction that changes anything is to pass through
     */
    static LedgerDatabase migrated(Path file, Clock clock, UnaryOperator<DataSource> through) {
        return new LedgerDatabase(
                SqliteFile.writers(file, through),
                SqliteFile.readers(file),
                DatabaseClock.of(clock),
                file.toString(),
                false);
    }

    /**
     * Opens the ledger of one machine as it is, beside whoever works with it.
     *
     * @param file exists
     * @param readOnly whether nothing will be written; it may then be another user's
     * @throws OlderLedgerException when it has not this release's schema
     * @throws NewerLedgerException when a newer release wrote it
     * @throws org.colophon.item.UnavailableException when it cannot be read, or written where that is wanted
     */
    public static LedgerDatabase sqliteAsItIs(Path file, boolean readOnly) {
        return sqliteAsItIs(file, readOnly, MIGRATIONS);
    }

    static LedgerDatabase sqliteAsItIs(Path file, boolean readOnly, String... migrations) {
        HikariDataSource readers = readOnly ? SqliteFile.bystanders(file) : SqliteFile.readers(file);
        try {
            new Schema(readers, SQLITE_SERIAL, file.toString(), migrations).require();
            HikariDataSource writers = readOnly ? readers : SqliteFile.writers(file, UnaryOperator.identity());
            return new LedgerDatabase(writers, readers, DatabaseClock.of(Clock.systemUTC()), file.toString(), false);
        } catch (RuntimeException e) {
            readers.close();
            throw e;
        }
    }

    /** The same of the ledger of many machines. */
    public static LedgerDatabase postgresqlAsItIs(String url, String user, String password) {
        PostgresqlServer server = new PostgresqlServer(url, user, password);
        return postgresql(server, DatabaseClock.ofPostgresql(), Schema::require);
    }

    /**
     * Opens the ledger of many machines. Its backup is the database's own affair.
     *
     * @param url {@code jdbc:postgresql://…}, without a password in it
     * @throws NewerLedgerException when a newer release wrote it
     * @throws org.colophon.item.UnavailableException when it does not answer
     */
    public static LedgerDatabase postgresql(String url, String user, String password) {
        return postgresql(url, user, password, DatabaseClock.ofPostgresql());
    }

    static LedgerDatabase postgresql(String url, String user, String password, DatabaseClock clock) {
        return postgresql(new PostgresqlServer(url, user, password), clock, schema -> schema.migrate(version -> {}));
    }

    private static LedgerDatabase postgresql(PostgresqlServer server, DatabaseClock clock, Consumer<Schema> preparing) {
        HikariDataSource writers = server.writers();
        try {
            preparing.accept(
                    new Schema(writers, "bigint generated always as identity primary key", server.url(), MIGRATIONS));
            return new LedgerDatabase(writers, server.readers(), clock, server.url(), true);
        } catch (RuntimeException e) {
            writers.close();
            throw e;
        }
    }

    /** Where locks can be held that other machines heed; empty when no other machine shares this ledger. */
    public Optional<DataSource> locks() {
        return shared ? Optional.of(writers) : Optional.empty();
    }

    /**
     * The home lies elsewhere now: sources of what is not settled are looked for there.
     *
     * @param before URI of the folder where it lay, ending in a slash
     * @param now likewise
     */
    public void movedHome(String before, String now) {
        transactions.write("follow its home", session -> ItemTable.moveSources(session, before, now));
    }

    /** The same files as were seen at admission, under other keys of the file system. */
    public void seenAgain(ItemId item, List<FileSeen> seen) {
        transactions.write("renew the file keys of " + item, session -> {
            PageTable.forgetSeen(session, item);
            PageTable.addSeen(session, item, seen);
            return null;
        });
    }

    Transactions transactions() {
        return transactions;
    }

    @Override
    public void close() {
        readers.close();
        // Last: closing the last writer folds SQLite's write-ahead log into the file.
        writers.close();
    }
}
