package org.colophon.adapter.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colophon.item.Agent;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.ItemId;

/** What happened: only ever appended. */
final class EventTable {
    private EventTable() {}

    /** Appends, in this order; an event that stands already is passed over. */
    static void append(Session session, ItemId item, List<Event> events) throws SQLException {
        session.batch(
                """
                insert into event (id, item, at, type, page, outcome, detail, agent, agent_version, agent_kind)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """,
                events.stream().map(event -> values(item, event)).toList());
    }

    static List<Event> of(Session session, ItemId item) throws SQLException {
        return session.list("select * from event where item = ? order by seq", EventTable::event, item.name());
    }

    private static Object[] values(ItemId item, Event event) {
        return new Object[] {
            event.id().toString(),
            item.name(),
            event.at().toEpochMilli(),
            event.type().term(),
            event.page(),
            event.outcome().term(),
            event.detail(),
            event.agent().name(),
            event.agent().version(),
            event.agent().kind().name()
        };
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                UUID.fromString(row.getString("id")),
                Instant.ofEpochMilli(row.getLong("at")),
                EventType.of(row.getString("type")),
                row.getInt("page"),
                Event.Outcome.of(row.getString("outcome")),
                row.getString("detail"),
                new Agent(
                        row.getString("agent"),
                        row.getString("agent_version"),
                        Agent.Kind.valueOf(row.getString("agent_kind"))));
    }
}
