package org.colophon.adapter.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.colophon.item.UnavailableException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * How the ledger's file is opened: write-ahead log, every commit fsynced, one writer whose transactions take the write
 * lock when they begin. (With the default, a transaction that reads first and then writes fails when another wrote in
 * between: 603 of 800 did with four threads.)
 */
final class SqliteFile {
    private static final int BUSY_MILLIS = 20_000;
    private static final int READERS = 4;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SqliteFile() {}

    static DataSource writer(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return source(file, config);
    }

    static HikariDataSource writers(Path file, UnaryOperator<DataSource> through) {
        return pool(file, "ledger-writer", through.apply(writer(file)), 1, false);
    }

    static HikariDataSource readers(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return pool(file, "ledger-reader", source(file, config), READERS, true);
    }

    /**
     * Readers that need not write the folder. An open ledger has its log beside it, which they read along; without one
     * nobody writes it, and they make none where they may not.
     */
    static HikariDataSource bystanders(Path file) {
        boolean idle = !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        if (!idle || Files.isWritable(file.toAbsolutePath().getParent())) {
            return readers(file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        // sqlite.org/uri.html: the file is taken as it lies.
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1");
        return pool(file, "ledger-reader", source, READERS, true);
    }

    /** Copies the ledger, whole and consistent, to a file beside it: {@code ledger.db.before-…}. */
    static void backUp(Path file, String version, Instant at) {
        Path copy = file.resolveSibling(file.getFileName() + ".before-v" + version + "-" + STAMP.format(at));
        try (Connection connection = writer(file).getConnection();
                PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
            try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        } catch (SQLException e) {
            throw Faults.of(file.toString(), "be backed up to " + copy, e);
        } catch (IOException e) {
            throw new UnavailableException(
                    "disk",
                    "The ledger's backup " + copy + " cannot be written safely (" + e.getMessage()
                            + "). The ledger is as it was. Make room on its disk and start again.",
                    e);
        }
    }

    private static DataSource source(Path file, SQLiteConfig config) {
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static HikariDataSource pool(Path file, String name, DataSource source, int size, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setReadOnly(readOnly);
        // A file does not go stale: the connections live as long as the process.
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            if (e.getCause() instanceof SQLException fault) {
                throw Faults.of(file.toString(), "be opened", fault);
            }
            throw e;
        }
    }
}
