package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colophon.adapter.ledger.Flow.Move;
import org.colophon.item.Description;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.DecisionRefusedException;
import org.colophon.port.History.Round;

/** What people decide of an item. */
record Decisions(Course course) {

    List<Task> retry(Session session, ItemId id, Event why) throws SQLException {
        Item item = known(session, id);
        long now = session.now();
        List<TaskRow> troubled = TaskTable.ofItem(session, id).stream()
                .filter(row -> row.troubled() && !row.leasedAt(now))
                .toList();
        if (!troubled.isEmpty()) {
            EventTable.append(session, id, List.of(why));
            return tryAgain(session, item, troubled);
        }
        List<Integer> unread = PageTable.unread(session, id);
        if (unread.isEmpty() || !item.state().archived()) {
            throw new DecisionRefusedException(
                    "There is nothing to retry: " + id + " is " + item.state().spelling()
                            + ", and nothing of it failed. `colophon show " + id + "` tells its story.");
        }
        requireAtRest(session, item);
        String pages = unread.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return nextRound(session, item, Step.RECOGNIZE, unread, "recognized again: page " + pages, why);
    }

    List<Task> reject(Session session, ItemId id, String reason, Event why) throws SQLException {
        Item item = known(session, id);
        boolean undecided =
                item.state().inFlight() || item.state() == ItemState.WAITING || item.state() == ItemState.SET_ASIDE;
        if (item.version() > 0) {
            throw new DecisionRefusedException(id + " cannot be rejected: version " + item.version()
                    + " of its package lies in the archive, and what was deposited stays.");
        }
        if (!undecided) {
            throw new DecisionRefusedException(
                    id + " is " + item.state().spelling() + " already; nothing was changed.");
        }
        Optional<TaskRow> deposit = TaskTable.find(session, Task.of(id, Step.PRESERVE));
        if (deposit.isPresent() && deposit.get().open() && deposit.get().leasedAt(session.now())) {
            throw new DecisionRefusedException(id + " is being deposited at this moment, which must not be cut short."
                    + " Look with `colophon show " + id + "` in a minute what became of it.");
        }
        EventTable.append(session, id, List.of(why));
        if (item.state() == ItemState.WAITING) {
            Instant now = Instant.ofEpochMilli(session.now());
            ItemTable.beginRound(session, id, 1, 0);
            RoundTable.begin(session, id, new Round(1, now, "rejected"), item.languages());
        }
        return course.enter(session, known(session, id), new Move(ItemState.REJECTED, reason, Step.SETTLE));
    }

    List<Task> recognizeAgain(Session session, ItemId id, List<String> languages, Event why) throws SQLException {
        Item item = known(session, id);
        requireAtRest(session, item);
        ItemTable.speak(session, id, languages);
        List<Integer> pages = IntStream.rangeClosed(1, item.pageCount()).boxed().toList();
        String reason = "recognized again in " + String.join(", ", languages);
        return nextRound(session, known(session, id), Step.RECOGNIZE, pages, reason, why);
    }

    List<Task> describeAgain(Session session, ItemId id, Description description, Event why) throws SQLException {
        Item item = known(session, id);
        requireAtRest(session, item);
        ItemTable.describe(session, id, description.title().orElse(item.title()), description);
        if (!description.languages().isEmpty()) {
            ItemTable.speak(session, id, description.languages());
        }
        return nextRound(session, known(session, id), Step.PRESERVE, List.of(), "described again", why);
    }

    private List<Task> tryAgain(Session session, Item item, List<TaskRow> troubled) throws SQLException {
        for (TaskRow row : troubled) {
            if (row.open()) {
                TaskTable.release(session, row.fresh());
            } else {
                TaskTable.open(session, List.of(row.task()), row.round());
            }
        }
        List<Step> steps =
                troubled.stream().map(row -> row.task().step()).distinct().toList();
        if (item.state() == ItemState.SET_ASIDE) {
            PageTable.reconsider(session, item.id());
            ItemTable.enter(session, item.id(), Flow.stateOf(steps.get(0)), null);
        }
        List<Task> ready = new ArrayList<>();
        for (Step step : steps) {
            ready.addAll(Bell.next(session, item.id(), step, course.pagesOfOne()));
        }
        return ready;
    }

    /** @param pages to be recognized; those left out keep the text they have */
    private List<Task> nextRound(Session session, Item item, Step first, List<Integer> pages, String reason, Event why)
            throws SQLException {
        ItemId id = item.id();
        int number = item.version() + 1;
        RoundTable.begin(session, id, new Round(number, Instant.ofEpochMilli(session.now()), reason), item.languages());
        ItemTable.beginRound(session, id, number, item.pageCount() - pages.size());
        ItemTable.enter(session, id, Flow.stateOf(first), null);
        EventTable.append(session, id, List.of(why));
        List<Task> tasks = first == Step.RECOGNIZE
                ? pages.stream().map(page -> new Task(id, page, first)).toList()
                : List.of(Task.of(id, first));
        TaskTable.open(session, tasks, number);
        return Bell.next(session, id, first, course.pagesOfOne());
    }

    private static void requireAtRest(Session session, Item item) throws SQLException {
        String show = "`colophon show " + item.id() + "`";
        if (item.state() == ItemState.SET_ASIDE) {
            throw new DecisionRefusedException(item.id() + " is set aside: `colophon retry " + item.id()
                    + "` first, or see with " + show + " why.");
        }
        if (item.version() == 0) {
            throw new DecisionRefusedException(item.id() + " is " + item.state().spelling()
                    + " and has no package in the archive yet. Only what was deposited can get a new version: look with "
                    + show + ".");
        }
        if (!item.state().archived() || !TaskTable.ofItem(session, item.id()).isEmpty()) {
            throw new DecisionRefusedException("Work on version " + item.round() + " of " + item.id()
                    + " is still under way (" + item.state().spelling() + "). Try again once it is through: look with "
                    + show + ".");
        }
    }

    private static Item known(Session session, ItemId id) throws SQLException {
        return ItemTable.lock(session, id)
                .orElseThrow(() -> new DecisionRefusedException(
                        "There is no item " + id + ". `colophon list` shows all there are."));
    }
}
