package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.StepResult;

/** What steps gave: one result for each page, step and round, never changed. */
final class ResultTable {
    private ResultTable() {}

    /** Adds a result; false when one stands already. */
    static boolean add(Session session, Task task, int round, StepResult result) throws SQLException {
        return session.update(
                        """
                        insert into result (item, page, step, round, at, json) values (?, ?, ?, ?, ?, ?)
                        on conflict (item, step, page, round) do nothing
                        """,
                        task.item().name(),
                        task.page(),
                        task.step().stem(),
                        round,
                        session.now(),
                        Json.of(result))
                == 1;
    }

    static boolean stands(Session session, Task task, int round) throws SQLException {
        return session.first(
                        "select 1 from result where item = ? and step = ? and page = ? and round = ?",
                        row -> true,
                        task.item().name(),
                        task.step().stem(),
                        task.page(),
                        round)
                .isPresent();
    }

    /** The newest result of one task. */
    static <R extends StepResult> Optional<R> newest(Session session, Task task, Class<R> type) throws SQLException {
        return session.first(
                "select json from result where item = ? and step = ? and page = ? order by round desc limit 1",
                row -> Json.result(row.getString("json"), type),
                task.item().name(),
                task.step().stem(),
                task.page());
    }

    /** The newest result of a step for each page, by page number. */
    static <R extends StepResult> Map<Integer, R> newest(Session session, ItemId item, Step step, Class<R> type)
            throws SQLException {
        Map<Integer, R> newest = new TreeMap<>();
        session.list(
                "select page, json from result where item = ? and step = ? and page > 0 order by page, round",
                row -> newest.put(row.getInt("page"), Json.result(row.getString("json"), type)),
                item.name(),
                step.stem());
        return newest;
    }
}
