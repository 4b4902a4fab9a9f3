package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colophon.item.Agent;
import org.colophon.item.Description;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.SourcePath;
import org.colophon.item.Task;
import org.colophon.port.Admission;
import org.colophon.port.Ending;
import org.colophon.port.Lease;
import org.colophon.port.Ledger;
import org.colophon.port.Unsettled;
import org.colophon.port.Waiting;
import org.colophon.port.Watch;
import org.colophon.port.WatchLostException;

/** The ledger in SQL: one transaction a method. */
public final class SqlLedger implements Ledger {
    private final Transactions transactions;
    private final Admissions admissions;
    private final Attempts attempts;
    private final Decisions decisions;

    /**
     * @param self the agent of events that the ledger itself records
     * @param pagesOfOne most pages of one item that are queued at a time (2 × workers); 0 for whoever has no queue to put
     *     them into, and leaves all of it to a sweeper
     */
    public SqlLedger(LedgerDatabase database, Agent self, int pagesOfOne) {
        if (pagesOfOne < 0) {
            throw new IllegalArgumentException("the pages that are queued at a time must not be negative");
        }
        Course course = new Course(self, pagesOfOne);
        this.transactions = database.transactions();
        this.admissions = new Admissions(course);
        this.attempts = new Attempts(course);
        this.decisions = new Decisions(course);
    }

    @Override
    public void sighted(Waiting waiting) {
        change("note that " + waiting.id() + " waits", session -> admissions.sighted(session, waiting));
    }

    @Override
    public void forget(ItemId id) {
        change("forget " + id, session -> ItemTable.forgetWaiting(session, id));
    }

    @Override
    public List<Task> admit(Admission admission) {
        return transactions.write("admit " + admission.id(), session -> admissions.admit(session, admission));
    }

    @Override
    public List<Task> admit(Admission admission, Watch watch) {
        return transactions.write("admit " + admission.id(), session -> {
            if (!WatchTable.holds(session, watch)) {
                throw new WatchLostException("another Colophon has taken over this inbox; it goes on with it there");
            }
            return admissions.admit(session, admission);
        });
    }

    @Override
    public Optional<String> watch(Watch watch) {
        return transactions.write("take the watch over an inbox", session -> WatchTable.take(session, watch));
    }

    @Override
    public void endWatches(String holder) {
        change("give back the watch over an inbox", session -> WatchTable.end(session, holder));
    }

    @Override
    public List<Unsettled> unsettled() {
        return transactions.read("tell which sources are not settled", admissions::unsettled);
    }

    @Override
    public Optional<Unsettled> archivedFrom(SourcePath path) {
        return transactions.read(
                "look for what a command took before", session -> admissions.archivedFrom(session, path));
    }

    @Override
    public Optional<Unsettled> unsettled(ItemId item) {
        return transactions.read(
                "tell whether the source of " + item + " is settled", session -> admissions.unsettled(session, item));
    }

    @Override
    public Optional<Item> archivedWith(String contentIdentity) {
        return transactions.read(
                "look for a deposited twin", session -> ItemTable.archivedWith(session, contentIdentity));
    }

    @Override
    public Optional<Item> underWayWith(String contentIdentity) {
        return transactions.read(
                "look for a twin under way", session -> ItemTable.underWayWith(session, contentIdentity));
    }

    @Override
    public int openPages() {
        return transactions.read("count open pages", ItemTable::openPages);
    }

    @Override
    public Optional<Lease> begin(Task task, String holder) {
        return transactions.write("begin to " + task, session -> attempts.begin(session, task, holder));
    }

    @Override
    public boolean renew(Lease lease) {
        return transactions.write("renew the lease of " + lease.task(), session -> attempts.renew(session, lease));
    }

    @Override
    public List<Task> finish(Lease lease, Ending ending) {
        return transactions.write("finish to " + lease.task(), session -> attempts.finish(session, lease, ending));
    }

    @Override
    public List<Task> ring(Duration silent, int pagesOfOne) {
        return transactions.write("find what is ready", session -> Bell.sweep(session, silent, pagesOfOne));
    }

    @Override
    public int abandonAll() {
        return transactions.write("end the leases of an earlier run", session -> {
            WatchTable.endAll(session);
            return attempts.abandonAll(session);
        });
    }

    @Override
    public void record(ItemId item, List<Event> events) {
        change("record events of " + item, session -> {
            ItemTable.lock(session, item);
            EventTable.append(session, item, events);
        });
    }

    @Override
    public void intend(ItemId item, int version, String inventoryDigest) {
        change(
                "note what is about to be deposited of " + item,
                session -> RoundTable.intend(session, item, version, inventoryDigest));
    }

    @Override
    public Optional<String> intended(ItemId item, int version) {
        return transactions.read(
                "tell what was about to be deposited of " + item,
                session -> RoundTable.intended(session, item, version));
    }

    @Override
    public List<Task> retry(ItemId item, Event why) {
        return transactions.write("retry " + item, session -> decisions.retry(session, item, why));
    }

    @Override
    public List<Task> reject(ItemId item, String reason, Event why) {
        return transactions.write("reject " + item, session -> decisions.reject(session, item, reason, why));
    }

    @Override
    public List<Task> recognizeAgain(ItemId item, List<String> languages, Event why) {
        return transactions.write(
                "begin a new version of " + item, session -> decisions.recognizeAgain(session, item, languages, why));
    }

    @Override
    public List<Task> describeAgain(ItemId item, Description description, Event why) {
        return transactions.write(
                "begin a new version of " + item, session -> decisions.describeAgain(session, item, description, why));
    }

    @Override
    public Instant now() {
        return transactions.read("tell the time", session -> {
            session.one("select count(*) from round where item = ''", row -> row.getInt(1));
            return Instant.ofEpochMilli(session.now());
        });
    }

    @Override
    public void pulse() {
        change(
                "show that it can be written",
                session -> session.update(
                        "insert into pulse (id, at) values (1, ?) on conflict (id) do update set at = excluded.at",
                        session.now()));
    }

    private void change(String purpose, Change change) {
        transactions.write(purpose, session -> {
            change.in(session);
            return true;
        });
    }

    @FunctionalInterface
    private interface Change {
        void in(Session session) throws SQLException;
    }
}
