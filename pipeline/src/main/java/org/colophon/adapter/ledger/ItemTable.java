package org.colophon.adapter.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.colophon.item.Access;
import org.colophon.item.Description;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Source;
import org.colophon.item.SourcePath;

/** The rows of items, and how they change. */
final class ItemTable {
    static final String COLUMNS = "id, ark, title, collection, source, origin, state, page_count, version, round,"
            + " reason, languages, description, access, embargo_until, rights, content_identity, created_at,"
            + " deposited_at, published_at";

    private ItemTable() {}

    /** Takes the item's lock until the transaction ends, and reads it as it is then. */
    static Optional<Item> lock(Session session, ItemId id) throws SQLException {
        return session.first(
                "update item set revision = revision + 1 where id = ? returning " + COLUMNS,
                ItemTable::item,
                id.name());
    }

    /** Makes a row for an object that waits; only the reason of one that waits already is refreshed. */
    static void sight(Session session, Item item) throws SQLException {
        session.update(
                """
                insert into item (id, ark, title, collection, source, origin, state, page_count, version, round,
                  reason, languages, description, access, created_at, examined, recognized, revision)
                values (?, ?, ?, ?, ?, ?, 'waiting', 0, 0, 0, ?, ?, ?, ?, ?, 0, 0, 0)
                on conflict (id) do update set reason = excluded.reason, collection = excluded.collection
                  where item.state = 'waiting' and item.source = excluded.source
                """,
                item.id().name(),
                item.ark(),
                item.title(),
                item.collection(),
                item.source().path().uri(),
                item.source().origin().name(),
                item.reason(),
                Json.of(item.languages()),
                Json.of(item.description()),
                item.access().level().spelling(),
                item.createdAt().toEpochMilli());
    }

    /** Fills the row of an object that waits with what admission knows. */
    static void admit(Session session, Item item) throws SQLException {
        session.update(
                """
                update item set ark = ?, title = ?, collection = ?, source = ?, origin = ?, state = ?, page_count = ?,
                  round = 1, reason = ?, languages = ?, description = ?, access = ?, embargo_until = ?, rights = ?,
                  content_identity = ?
                where id = ?
                """,
                item.ark(),
                item.title(),
                item.collection(),
                item.source().path().uri(),
                item.source().origin().name(),
                item.state().spelling(),
                item.pageCount(),
                item.reason(),
                Json.of(item.languages()),
                Json.of(item.description()),
                item.access().level().spelling(),
                item.access().embargoUntil() == null
                        ? null
                        : item.access().embargoUntil().toString(),
                item.rights(),
                item.contentIdentity(),
                item.id().name());
    }

    static void forgetWaiting(Session session, ItemId id) throws SQLException {
        session.update("delete from item where id = ? and state = 'waiting'", id.name());
    }

    static void enter(Session session, ItemId id, ItemState state, String reason) throws SQLException {
        session.update("update item set state = ?, reason = ? where id = ?", state.spelling(), reason, id.name());
    }

    static void explain(Session session, ItemId id, String reason) throws SQLException {
        session.update("update item set reason = ? where id = ?", reason, id.name());
    }

    static void countExamined(Session session, ItemId id) throws SQLException {
        session.update("update item set examined = examined + 1 where id = ?", id.name());
    }

    static void countRecognized(Session session, ItemId id) throws SQLException {
        session.update("update item set recognized = recognized + 1 where id = ?", id.name());
    }

    static void deposited(Session session, ItemId id, int version) throws SQLException {
        session.update(
                "update item set version = ?, deposited_at = coalesce(deposited_at, ?) where id = ?",
                version,
                session.now(),
                id.name());
    }

    static void settled(Session session, ItemId id) throws SQLException {
        session.update("update item set settled_at = ? where id = ?", session.now(), id.name());
    }

    static boolean isSettled(Session session, ItemId id) throws SQLException {
        return session.one(
                "select case when settled_at is null then 0 else 1 end from item where id = ?",
                row -> row.getInt(1) == 1,
                id.name());
    }

    static void published(Session session, ItemId id) throws SQLException {
        session.update(
                "update item set published_at = coalesce(published_at, ?) where id = ?", session.now(), id.name());
    }

    /** Begins a round in which so many pages count as recognized already. */
    static void beginRound(Session session, ItemId id, int round, int recognized) throws SQLException {
        session.update("update item set round = ?, recognized = ? where id = ?", round, recognized, id.name());
    }

    static void speak(Session session, ItemId id, List<String> languages) throws SQLException {
        session.update("update item set languages = ? where id = ?", Json.of(languages), id.name());
    }

    static void describe(Session session, ItemId id, String title, Description description) throws SQLException {
        session.update(
                "update item set title = ?, description = ? where id = ?", title, Json.of(description), id.name());
    }

    static Optional<Item> archivedFrom(Session session, SourcePath path) throws SQLException {
        return session.first(
                "select " + COLUMNS + " from item where source = ? and origin = ? and version > 0"
                        + " order by created_at desc, id desc",
                ItemTable::item,
                path.uri(),
                Source.Origin.COMMAND.name());
    }

    static Optional<Item> archivedWith(Session session, String contentIdentity) throws SQLException {
        return session.first(
                "select " + COLUMNS + " from item where content_identity = ? and version > 0 order by created_at, id",
                ItemTable::item,
                contentIdentity);
    }

    static Optional<Item> underWayWith(Session session, String contentIdentity) throws SQLException {
        return session.first(
                "select " + COLUMNS
                        + " from item where content_identity = ? and version = 0"
                        + " and state in ('examining', 'recognizing', 'preserving', 'set-aside') order by created_at, id",
                ItemTable::item,
                contentIdentity);
    }

    static int openPages(Session session) throws SQLException {
        return session.one(
                "select coalesce(sum(page_count - recognized), 0) from item where state in ('examining', 'recognizing')",
                row -> row.getInt(1));
    }

    /** Sources of what is not settled lie under another folder now; returns how many did. */
    static int moveSources(Session session, String before, String now) throws SQLException {
        return session.update(
                "update item set source = ? || substr(source, ?) where settled_at is null and substr(source, 1, ?) = ?",
                now,
                before.length() + 1,
                before.length(),
                before);
    }

    static List<Item> unsettled(Session session) throws SQLException {
        return session.list(
                "select " + COLUMNS + " from item where settled_at is null and state <> 'waiting'"
                        + " order by created_at, id",
                ItemTable::item);
    }

    static Optional<Item> unsettled(Session session, ItemId id) throws SQLException {
        return session.first(
                "select " + COLUMNS + " from item where id = ? and settled_at is null and state <> 'waiting'",
                ItemTable::item,
                id.name());
    }

    static Item item(ResultSet row) throws SQLException {
        return new Item(
                new ItemId(row.getString("id")),
                row.getString("ark"),
                row.getString("title"),
                row.getString("collection"),
                new Source(new SourcePath(row.getString("source")), Source.Origin.valueOf(row.getString("origin"))),
                ItemState.of(row.getString("state")),
                row.getInt("page_count"),
                row.getInt("version"),
                row.getInt("round"),
                row.getString("reason"),
                Json.strings(row.getString("languages")),
                Json.description(row.getString("description")),
                access(row),
                row.getString("rights"),
                row.getString("content_identity"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instant(row, "deposited_at"),
                instant(row, "published_at"));
    }

    private static Access access(ResultSet row) throws SQLException {
        String until = row.getString("embargo_until");
        return new Access(Access.Level.of(row.getString("access")), until == null ? null : LocalDate.parse(until));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
