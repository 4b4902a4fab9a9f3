package org.colophon.adapter.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs work in one transaction each, and tells a database that does not answer from a defect of ours. */
final class Transactions {
    private static final int TRIES = 5;

    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final DatabaseClock clock;
    private final String place;

    /** @param place where the database is, for messages; without a password */
    Transactions(HikariDataSource writers, HikariDataSource readers, DatabaseClock clock, String place) {
        this.writers = writers;
        this.readers = readers;
        this.clock = clock;
        this.place = place;
    }

    /** What is done inside a transaction: statements only, never a file or a network. May run more than once. */
    @FunctionalInterface
    interface Work<T> {
        T in(Session session) throws SQLException;
    }

    /**
     * Changes the ledger.
     *
     * @param purpose completes "while it was to …", for the message
     */
    <T> T write(String purpose, Work<T> work) {
        return run(writers, purpose, work);
    }

    /** Reads one consistent state of the ledger. */
    <T> T read(String purpose, Work<T> work) {
        return run(readers, purpose, work);
    }

    private <T> T run(HikariDataSource source, String purpose, Work<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return once(source, work);
            } catch (SQLException e) {
                if (tries == TRIES || !Faults.passing(e)) {
                    throw Faults.of(place, purpose, e);
                }
            }
        }
    }

    private <T> T once(HikariDataSource source, Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T value = work.in(new Session(connection, clock));
                // Commits. commit() of the SQLite driver would also begin the next transaction at once, and with it
                // take the write lock again.
                connection.setAutoCommit(true);
                return value;
            } catch (SQLException | RuntimeException | Error e) {
                undo(source, connection, e);
                throw e;
            }
        }
    }

    /** SQLite ends a transaction by itself when the disk is full; its driver does not notice. Such a connection is lost. */
    private static void undo(HikariDataSource source, Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            source.evictConnection(connection);
        }
    }
}
