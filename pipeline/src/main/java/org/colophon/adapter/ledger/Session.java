package org.colophon.adapter.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One transaction on one connection: statements with bound parameters, and one time for all of them. */
final class Session {
    private final Connection connection;
    private final DatabaseClock clock;
    private long now = -1;

    Session(Connection connection, DatabaseClock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * The time of this transaction, milliseconds since the epoch. Asked for the first time after the item's lock is
     * held, so that waiting for a lock does not eat from a lease.
     */
    long now() throws SQLException {
        if (now < 0) {
            now = clock.millis(this);
        }
        return now;
    }

    /** Runs a statement; returns how many rows it changed. */
    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Runs a statement once for each row of values. */
    void batch(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** All rows of a query, or of a statement with {@code returning}. */
    <T> List<T> list(String sql, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> list = new ArrayList<>();
                while (rows.next()) {
                    list.add(row.of(rows));
                }
                return list;
            }
        }
    }

    /** The first row, if there is any. */
    <T> Optional<T> first(String sql, Row<T> row, Object... values) throws SQLException {
        return list(sql, row, values).stream().findFirst();
    }

    /** The one row of a query that always has one. */
    <T> T one(String sql, Row<T> row, Object... values) throws SQLException {
        return list(sql, row, values).get(0);
    }

    /** Names from outside may hold U+0000, which PostgreSQL's text cannot: it becomes the replacement character. */
    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof String text ? text.replace('\0', '\uFFFD') : values[i];
            statement.setObject(i + 1, value);
        }
    }
}
