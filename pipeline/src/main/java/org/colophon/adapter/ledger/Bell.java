package org.colophon.adapter.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;

/** Which tasks are ready, and which of them to wake somebody for. */
final class Bell {
    private Bell() {}

    /** The next tasks of an item's step that are ready and were not rung for; marks them as rung. */
    static List<Task> next(Session session, ItemId item, Step step, int most) throws SQLException {
        return session
                .list(
                        """
                        update task set rung_at = ?
                        where item = ? and step = ? and page in (
                          select page from task
                          where item = ? and step = ? and status = 'open' and rung_at is null and attempt is null
                            and not_before <= ?
                          order by page limit ?)
                        returning page
                        """,
                        row -> new Task(item, row.getInt(1), step),
                        session.now(),
                        item.name(),
                        step.stem(),
                        item.name(),
                        step.stem(),
                        session.now(),
                        most)
                .stream()
                // "returning" promises no order.
                .sorted((a, b) -> Integer.compare(a.page(), b.page()))
                .toList();
    }

    /**
     * What is ready, unleased and silent, of the oldest items first; marks it as rung. A page that is leased or was rung
     * for lately takes one of its item's places. Times too far ahead are none, see {@link TaskRow#FURTHEST}.
     */
    static List<Task> sweep(Session session, Duration silent, int pagesOfOne) throws SQLException {
        long now = session.now();
        long since = now - silent.toMillis();
        List<Task> tasks = session.list(
                """
                select ranked.item, ranked.page, ranked.step from (
                  select known.item, known.page, known.step, known.created_at, known.busy,
                    row_number() over (partition by known.item, known.step order by known.busy desc, known.page) as place
                  from (
                    select t.item, t.page, t.step, t.not_before, i.created_at,
                      case when t.lease_until between ? and ? or t.rung_at between ? and ? then 1 else 0 end as busy
                    from task t join item i on i.id = t.item
                    where t.status = 'open'
                  ) known
                  where known.busy = 1 or known.not_before not between ? and ?
                ) ranked
                where ranked.busy = 0 and ranked.place <= ?
                order by ranked.created_at, ranked.item, ranked.step, ranked.page
                """,
                Bell::task,
                now + 1,
                now + TaskRow.FURTHEST,
                since + 1,
                now,
                now + 1,
                now + TaskRow.FURTHEST,
                pagesOfOne);
        session.batch(
                "update task set rung_at = ? where item = ? and step = ? and page = ?",
                tasks.stream()
                        .map(task -> new Object[] {
                            now, task.item().name(), task.step().stem(), task.page()
                        })
                        .toList());
        return tasks;
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(new ItemId(row.getString("item")), row.getInt("page"), Step.of(row.getString("step")));
    }
}
