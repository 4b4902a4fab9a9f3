package org.colophon.adapter.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;

/** Tasks and their leases. */
final class TaskTable {
    private TaskTable() {}

    /** Opens tasks, or opens them anew for another round, with all counts at zero. */
    static void open(Session session, List<Task> tasks, int round) throws SQLException {
        session.batch(
                """
                insert into task (item, page, step, round, status, failures, abandonments, unavailable, not_before)
                values (?, ?, ?, ?, 'open', 0, 0, 0, 0)
                on conflict (item, step, page) do update set round = excluded.round, status = 'open', failures = 0,
                  abandonments = 0, unavailable = 0, not_before = 0, attempt = null, holder = null,
                  lease_until = null, rung_at = null
                """,
                tasks.stream()
                        .map(task -> new Object[] {
                            task.item().name(), task.page(), task.step().stem(), round
                        })
                        .toList());
    }

    static Optional<TaskRow> find(Session session, Task task) throws SQLException {
        return session.first(
                "select * from task where item = ? and step = ? and page = ?",
                TaskTable::row,
                task.item().name(),
                task.step().stem(),
                task.page());
    }

    static boolean anyOpen(Session session, ItemId item, Step step) throws SQLException {
        return session.first(
                        "select 1 from task where item = ? and step = ? and status = 'open' limit 1",
                        row -> true,
                        item.name(),
                        step.stem())
                .isPresent();
    }

    static List<TaskRow> ofItem(Session session, ItemId item) throws SQLException {
        return session.list(
                "select * from task where item = ? and status in ('open', 'set-aside') order by step, page",
                TaskTable::row,
                item.name());
    }

    static List<TaskRow> leased(Session session) throws SQLException {
        return session.list(
                "select * from task where status = 'open' and attempt is not null order by item, step, page",
                TaskTable::row);
    }

    /** Nothing open counts as rung for any more. */
    static void silence(Session session) throws SQLException {
        session.update("update task set rung_at = null where status = 'open' and rung_at is not null");
    }

    /** These count as not rung for: whoever asked cannot be given them to queue. */
    static void silence(Session session, List<Task> tasks) throws SQLException {
        session.batch(
                "update task set rung_at = null where item = ? and step = ? and page = ?",
                tasks.stream()
                        .map(task ->
                                new Object[] {task.item().name(), task.step().stem(), task.page()})
                        .toList());
    }

    static void lease(Session session, Task task, long attempt, String holder, long until) throws SQLException {
        session.update(
                "update task set attempt = ?, holder = ?, lease_until = ? where item = ? and step = ? and page = ?",
                attempt,
                holder,
                until,
                task.item().name(),
                task.step().stem(),
                task.page());
    }

    /** Lengthens a lease; false when another attempt, or none, holds it. */
    static boolean renew(Session session, Task task, long attempt, long until) throws SQLException {
        return session.update(
                        """
                        update task set lease_until = ?
                        where item = ? and step = ? and page = ? and attempt = ? and status = 'open'
                        """,
                        until,
                        task.item().name(),
                        task.step().stem(),
                        task.page(),
                        attempt)
                == 1;
    }

    /** Gives the lease back with these counts; the task is silent until it is rung for again. */
    static void release(Session session, TaskRow row) throws SQLException {
        session.update(
                """
                update task set failures = ?, abandonments = ?, unavailable = ?, not_before = ?, attempt = null,
                  holder = null, lease_until = null, rung_at = null
                where item = ? and step = ? and page = ?
                """,
                row.failures(),
                row.abandonments(),
                row.unavailable(),
                row.notBefore(),
                row.task().item().name(),
                row.task().step().stem(),
                row.task().page());
    }

    /** @param status done or set-aside */
    static void close(Session session, Task task, String status) throws SQLException {
        session.update(
                """
                update task set status = ?, attempt = null, holder = null, lease_until = null, rung_at = null
                where item = ? and step = ? and page = ?
                """,
                status,
                task.item().name(),
                task.step().stem(),
                task.page());
    }

    /** Nothing that was to be done for an item is to be done any more. */
    static void stop(Session session, ItemId item) throws SQLException {
        session.update(
                """
                update task set status = 'stopped', attempt = null, holder = null, lease_until = null, rung_at = null
                where item = ? and status in ('open', 'set-aside')
                """,
                item.name());
    }

    private static TaskRow row(ResultSet row) throws SQLException {
        return new TaskRow(
                new Task(new ItemId(row.getString("item")), row.getInt("page"), Step.of(row.getString("step"))),
                row.getInt("round"),
                row.getString("status").equals("open"),
                row.getInt("failures"),
                row.getInt("abandonments"),
                row.getInt("unavailable"),
                row.getLong("not_before"),
                row.getLong("attempt"),
                row.getLong("lease_until"));
    }
}
