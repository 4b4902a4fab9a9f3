package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.port.History;
import org.colophon.port.History.Backlog;

/**
 * Counts what is to be done; reads open items and tasks only, however many are done. Times too far ahead are none, see
 * {@link TaskRow#FURTHEST}.
 */
final class BacklogCount {
    private BacklogCount() {}

    private record Tasks(Step step, String state, int number) {}

    static Backlog of(Session session) throws SQLException {
        Map<ItemState, Integer> items = new EnumMap<>(ItemState.class);
        for (ItemState state : History.OPEN) {
            int number =
                    session.one("select count(*) from item where state = ?", row -> row.getInt(1), state.spelling());
            if (number > 0) {
                items.put(state, number);
            }
        }
        Map<String, Map<Step, Integer>> tasks = tasks(session);
        return new Backlog(
                items,
                tasks.getOrDefault("ready", Map.of()),
                tasks.getOrDefault("leased", Map.of()),
                tasks.getOrDefault("pausing", Map.of()),
                abandoned(session));
    }

    private static Map<String, Map<Step, Integer>> tasks(Session session) throws SQLException {
        Map<String, Map<Step, Integer>> tasks = new HashMap<>();
        session.list(
                        """
                        select counted.step, counted.state, count(*) from (
                          select step, case when lease_until between ? and ? then 'leased'
                            when not_before between ? and ? then 'pausing' else 'ready' end as state
                          from task where status = 'open'
                        ) counted group by counted.step, counted.state
                        """,
                        row -> new Tasks(Step.of(row.getString(1)), row.getString(2), row.getInt(3)),
                        session.now() + 1,
                        session.now() + TaskRow.FURTHEST,
                        session.now() + 1,
                        session.now() + TaskRow.FURTHEST)
                .forEach(some -> tasks.computeIfAbsent(some.state(), state -> new EnumMap<>(Step.class))
                        .put(some.step(), some.number()));
        return tasks;
    }

    private static Map<Step, Integer> abandoned(Session session) throws SQLException {
        Map<Step, Integer> abandoned = new EnumMap<>(Step.class);
        session.list(
                        "select step, count(*) from attempt where outcome = 'abandoned' group by step",
                        row -> Map.entry(Step.of(row.getString(1)), row.getInt(2)))
                .forEach(some -> abandoned.put(some.getKey(), some.getValue()));
        return abandoned;
    }
}
