package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.util.Optional;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;

/** Attempts: committed before the risk is run, ended by whoever knows how they ended. */
final class AttemptTable {
    private AttemptTable() {}

    static long begin(Session session, Task task, int round, String holder) throws SQLException {
        return session.one(
                """
                insert into attempt (item, page, step, round, holder, begun) values (?, ?, ?, ?, ?, ?)
                returning id
                """,
                row -> row.getLong(1),
                task.item().name(),
                task.page(),
                task.step().stem(),
                round,
                holder,
                session.now());
    }

    static int count(Session session, Task task, int round) throws SQLException {
        return session.one(
                "select count(*) from attempt where item = ? and step = ? and page = ? and round = ?",
                row -> row.getInt(1),
                task.item().name(),
                task.step().stem(),
                task.page(),
                round);
    }

    /** @param outcome done, refused, failed, unavailable, abandoned or stopped */
    static void end(Session session, long attempt, String outcome, String detail) throws SQLException {
        session.update(
                "update attempt set ended = ?, outcome = ?, detail = ? where id = ? and ended is null",
                session.now(),
                outcome,
                detail,
                attempt);
    }

    /** Ends whatever is under way for an item. */
    static void stop(Session session, ItemId item) throws SQLException {
        session.update(
                """
                update attempt set ended = ?, outcome = 'stopped'
                where ended is null and id in (select attempt from task where item = ? and attempt is not null)
                """,
                session.now(),
                item.name());
    }

    /** What the last attempt at a task said when it ended. */
    static Optional<String> lastWords(Session session, ItemId item, Step step, int page) throws SQLException {
        return session.first(
                """
                select detail from attempt where item = ? and step = ? and page = ? and detail is not null
                order by id desc limit 1
                """,
                row -> row.getString(1),
                item.name(),
                step.stem(),
                page);
    }
}
