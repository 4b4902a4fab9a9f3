package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colophon.item.ItemId;
import org.colophon.port.History.Round;

/** Rounds of work, and what a round is about to put into the archive. */
final class RoundTable {
    private RoundTable() {}

    static void begin(Session session, ItemId item, Round round, List<String> languages) throws SQLException {
        session.update(
                "insert into round (item, number, began, reason, languages) values (?, ?, ?, ?, ?)",
                item.name(),
                round.number(),
                round.began().toEpochMilli(),
                round.reason(),
                Json.of(languages));
    }

    static Optional<Round> find(Session session, ItemId item, int number) throws SQLException {
        return session.first(
                "select number, began, reason from round where item = ? and number = ?",
                row -> new Round(
                        row.getInt("number"), Instant.ofEpochMilli(row.getLong("began")), row.getString("reason")),
                item.name(),
                number);
    }

    static void intend(Session session, ItemId item, int version, String inventoryDigest) throws SQLException {
        session.update(
                """
                insert into intent (item, version, inventory_digest, at) values (?, ?, ?, ?)
                on conflict (item, version) do update
                  set inventory_digest = excluded.inventory_digest, at = excluded.at
                """,
                item.name(),
                version,
                inventoryDigest,
                session.now());
    }

    static Optional<String> intended(Session session, ItemId item, int version) throws SQLException {
        return session.first(
                "select inventory_digest from intent where item = ? and version = ?",
                row -> row.getString(1),
                item.name(),
                version);
    }
}
