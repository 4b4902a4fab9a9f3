package org.colophon.adapter.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** An open ledger, at the schema of this release. Close it last. */
public final class LedgerDatabase implements Closeable {
    private static final String MIGRATIONS = "classpath:db/migration";

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

    /** As {@link #sqlite(Path)}, with leases measured by this clock. */
    public static LedgerDatabase sqlite(Path file, Clock clock) {
        return sqlite(file, clock, MIGRATIONS);
    }

    static LedgerDatabase sqlite(Path file, Clock clock, String... migrations) {
        boolean existed = Files.exists(file);
        new Schema(SqliteFile.writer(file), "integer primary key autoincrement", file.toString(), migrations)
                .migrate(version -> {
                    if (existed) {
                        SqliteFile.backUp(file, version, clock.instant());
                    }
                });
        return new LedgerDatabase(
                SqliteFile.writers(file), SqliteFile.readers(file), DatabaseClock.of(clock), file.toString(), false);
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
        PostgresqlServer server = new PostgresqlServer(url, user, password);
        HikariDataSource writers = server.writers();
        try {
            new Schema(writers, "bigint generated always as identity primary key", url, MIGRATIONS)
                    .migrate(version -> {});
            return new LedgerDatabase(writers, server.readers(), clock, url, true);
        } catch (RuntimeException e) {
            writers.close();
            throw e;
        }
    }

    /** Where locks can be held that other machines heed; empty when no other machine shares this ledger. */
    public Optional<DataSource> locks() {
        return shared ? Optional.of(writers) : Optional.empty();
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
