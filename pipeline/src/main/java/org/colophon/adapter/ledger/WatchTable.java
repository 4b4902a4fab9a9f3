package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.colophon.port.Watch;

/** Who may admit from which inbox, and until when. */
final class WatchTable {
    private static final Duration LEASE = Duration.ofSeconds(60);

    private WatchTable() {}

    /** Takes or lengthens a watch; returns who else has it. One that lasts too long is none, see {@link TaskRow#FURTHEST}. */
    static Optional<String> take(Session session, Watch watch) throws SQLException {
        long until = session.now() + LEASE.toMillis();
        int taken = session.update(
                """
                insert into watch (inbox, holder, until) values (?, ?, ?)
                on conflict (inbox) do update set holder = excluded.holder, until = excluded.until
                where watch.holder = excluded.holder or watch.until not between ? and ?
                """,
                watch.inbox(),
                watch.holder(),
                until,
                session.now() + 1,
                session.now() + TaskRow.FURTHEST);
        // An upsert locks the row also where it changes nothing: whoever holds the watch cannot give it back meanwhile.
        return taken > 0
                ? Optional.empty()
                : session.first("select holder from watch where inbox = ?", row -> row.getString(1), watch.inbox());
    }

    /** Whether the watch is held still, made sure of until the end of this transaction. */
    static boolean holds(Session session, Watch watch) throws SQLException {
        return session.update(
                        "update watch set holder = holder where inbox = ? and holder = ? and until > ?",
                        watch.inbox(),
                        watch.holder(),
                        session.now())
                > 0;
    }

    static void end(Session session, String holder) throws SQLException {
        session.update("delete from watch where holder = ?", holder);
    }

    static void endAll(Session session) throws SQLException {
        session.update("delete from watch");
    }
}
