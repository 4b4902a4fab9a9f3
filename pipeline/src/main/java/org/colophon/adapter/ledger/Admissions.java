package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colophon.adapter.ledger.Flow.Move;
import org.colophon.item.Access;
import org.colophon.item.Description;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Source;
import org.colophon.item.SourcePath;
import org.colophon.item.Task;
import org.colophon.port.Admission;
import org.colophon.port.History.Round;
import org.colophon.port.Unsettled;
import org.colophon.port.Waiting;

/** How objects come into the ledger. */
record Admissions(Course course) {

    void sighted(Session session, Waiting waiting) throws SQLException {
        ItemTable.sight(
                session,
                waiting(
                        waiting.id(),
                        waiting.ark(),
                        waiting.collection(),
                        waiting.source(),
                        waiting.reason(),
                        waiting.seen()));
    }

    List<Task> admit(Session session, Admission admission) throws SQLException {
        Move move = Flow.admitted(admission.decision());
        if (move.state() == ItemState.EXAMINING && admission.pages().isEmpty()) {
            throw new IllegalArgumentException(admission.id() + " is to be examined but has no page");
        }
        if (!claimed(session, admission)) {
            return List.of();
        }
        Item item = item(admission, move.state());
        ItemTable.admit(session, item);
        RoundTable.begin(session, item.id(), new Round(1, admission.at(), "ingest"), item.languages());
        PageTable.addFiles(session, item.id(), admission.files());
        PageTable.addPages(session, item.id(), admission.pages());
        PageTable.addSeen(session, item.id(), admission.seen());
        EventTable.append(session, item.id(), admission.events());
        return course.enter(session, item, move);
    }

    Optional<Unsettled> archivedFrom(Session session, SourcePath path) throws SQLException {
        Optional<Item> item = ItemTable.archivedFrom(session, path);
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(new Unsettled(
                        item.get(), PageTable.seen(session, item.get().id())));
    }

    List<Unsettled> unsettled(Session session) throws SQLException {
        List<Unsettled> unsettled = new ArrayList<>();
        for (Item item : ItemTable.unsettled(session)) {
            unsettled.add(new Unsettled(item, PageTable.seen(session, item.id())));
        }
        return unsettled;
    }

    Optional<Unsettled> unsettled(Session session, ItemId id) throws SQLException {
        Optional<Item> item = ItemTable.unsettled(session, id);
        return item.isEmpty() ? Optional.empty() : Optional.of(new Unsettled(item.get(), PageTable.seen(session, id)));
    }

    /**
     * Makes sure of a waiting row under this id, with its lock held. False when this very object was admitted already: a
     * caller who never heard of the commit may ask again.
     */
    private static boolean claimed(Session session, Admission admission) throws SQLException {
        Optional<Item> standing = ItemTable.lock(session, admission.id());
        if (standing.isEmpty()) {
            ItemTable.sight(
                    session,
                    waiting(
                            admission.id(),
                            admission.ark(),
                            admission.collection(),
                            admission.source(),
                            null,
                            admission.at()));
            return true;
        }
        if (!standing.get().source().equals(admission.source())) {
            throw new IllegalStateException("The name " + admission.id() + " belongs to "
                    + standing.get().source().path().display() + " already; "
                    + admission.source().path().display() + " needs another one.");
        }
        return standing.get().state() == ItemState.WAITING;
    }

    private static Item waiting(ItemId id, String ark, String collection, Source source, String reason, Instant seen) {
        return new Item(
                id,
                ark,
                source.path().name(),
                collection,
                source,
                ItemState.WAITING,
                0,
                0,
                0,
                reason,
                List.of(),
                Description.NONE,
                Access.OPEN,
                null,
                null,
                seen,
                null,
                null);
    }

    private static Item item(Admission admission, ItemState state) {
        return new Item(
                admission.id(),
                admission.ark(),
                admission.title(),
                admission.collection(),
                admission.source(),
                state,
                admission.pages().size(),
                0,
                1,
                null,
                admission.languages(),
                admission.description(),
                admission.access(),
                admission.rights(),
                admission.contentIdentity(),
                admission.at(),
                null,
                null);
    }
}
