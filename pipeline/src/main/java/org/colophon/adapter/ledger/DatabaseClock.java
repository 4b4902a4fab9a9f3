package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.time.Clock;

/** Whose time leases are measured by. All who share a ledger must share it. */
@FunctionalInterface
interface DatabaseClock {

    /** Milliseconds since the epoch. */
    long millis(Session session) throws SQLException;

    /** The process's own clock: one machine has one time. */
    static DatabaseClock of(Clock clock) {
        return session -> clock.millis();
    }

    /** PostgreSQL's clock, the one thing that many machines agree upon. Moves on within a transaction. */
    static DatabaseClock ofPostgresql() {
        return session -> session.one(
                "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)", row -> row.getLong(1));
    }
}
