package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.Ending;
import org.colophon.port.Ending.Done;
import org.colophon.port.Ending.Failed;
import org.colophon.port.Ending.Refused;
import org.colophon.port.Ending.Unavailable;
import org.colophon.port.Lease;
import org.colophon.port.StepResult;

/** Leases and the attempts that are committed with them. */
record Attempts(Course course) {
    private static final Duration LEASE = Duration.ofSeconds(60);

    Optional<Lease> begin(Session session, Task task, String holder) throws SQLException {
        Optional<Item> item = ItemTable.lock(session, task.item());
        if (item.isEmpty() || !Flow.allows(task.step(), item.get().state())) {
            return Optional.empty();
        }
        Optional<TaskRow> found = TaskTable.find(session, task).filter(TaskRow::open);
        if (found.isEmpty()
                || found.get().leasedAt(session.now())
                || found.get().early(session.now())) {
            return Optional.empty();
        }
        TaskRow row = found.get();
        if (row.leased() && givenUp(session, item.get(), row)) {
            return Optional.empty();
        }
        if (ResultTable.stands(session, task, row.round())) {
            return Optional.empty();
        }
        if (!Flow.givesUp(task.step())) {
            // Notes that this step writes give the item's own reason, not what kept it from writing them.
            ItemTable.explain(session, task.item(), Flow.withoutHitch(item.get().reason()));
        }
        long attempt = AttemptTable.begin(session, task, row.round(), holder);
        TaskTable.lease(session, task, attempt, holder, leaseEnd(session));
        return Optional.of(new Lease(
                task,
                attempt,
                row.round(),
                AttemptTable.count(session, task, row.round()),
                row.leased() || row.abandonments() > 0));
    }

    boolean renew(Session session, Lease lease) throws SQLException {
        return TaskTable.renew(session, lease.task(), lease.attempt(), leaseEnd(session));
    }

    List<Task> finish(Session session, Lease lease, Ending ending) throws SQLException {
        Optional<Item> item = ItemTable.lock(session, lease.task().item());
        Optional<TaskRow> row =
                TaskTable.find(session, lease.task()).filter(task -> task.open() && task.attempt() == lease.attempt());
        if (item.isEmpty() || row.isEmpty()) {
            return List.of();
        }
        if (ending instanceof Done done) {
            return completed(session, item.get(), row.get(), "done", done.result(), done.events());
        }
        if (ending instanceof Refused refused) {
            return completed(session, item.get(), row.get(), "refused", refused.result(), refused.events());
        }
        if (ending instanceof Failed failed) {
            return failed(session, item.get(), row.get(), failed.detail());
        }
        return unavailable(session, item.get(), row.get(), (Unavailable) ending);
    }

    int abandonAll(Session session) throws SQLException {
        List<TaskRow> leased = TaskTable.leased(session);
        for (TaskRow row : leased) {
            Optional<Item> item = ItemTable.lock(session, row.task().item());
            givenUp(session, item.orElseThrow(), row);
        }
        // The queue of the process before is gone, and with it every message.
        TaskTable.silence(session);
        return leased.size();
    }

    private List<Task> completed(
            Session session, Item item, TaskRow row, String outcome, StepResult result, List<Event> events)
            throws SQLException {
        require(row.task().step(), row.task().page(), result);
        AttemptTable.end(session, row.attempt(), outcome, null);
        TaskTable.close(session, row.task(), "done");
        if (!ResultTable.add(session, row.task(), row.round(), result)) {
            return List.of();
        }
        EventTable.append(session, item.id(), events);
        if (item.state().inFlight() && item.reason() != null) {
            ItemTable.explain(session, item.id(), null);
        }
        return course.follow(session, item, row.task(), result);
    }

    private List<Task> failed(Session session, Item item, TaskRow row, String detail) throws SQLException {
        AttemptTable.end(session, row.attempt(), "failed", detail);
        int failures = row.failures() + 1;
        Step step = row.task().step();
        if (failures >= Flow.MOST_FAILURES && Flow.givesUp(step)) {
            return course.giveUp(session, item, row, detail);
        }
        TaskTable.release(
                session, row.afterFailure(session.now() + Flow.pause(failures).toMillis()));
        if (!Flow.givesUp(step)) {
            ItemTable.explain(session, item.id(), Flow.withHitch(item.id(), step, item.reason(), detail));
        }
        return another(session, row.task());
    }

    private List<Task> unavailable(Session session, Item item, TaskRow row, Unavailable ending) throws SQLException {
        Step step = row.task().step();
        if (!Flow.givesUp(step)) {
            ItemTable.explain(session, item.id(), Flow.withHitch(item.id(), step, item.reason(), ending.detail()));
        } else if (item.state().inFlight()) {
            ItemTable.explain(
                    session,
                    item.id(),
                    Flow.oneLine(ending.detail()) + " It is tried again by itself; nothing is lost.");
        }
        AttemptTable.end(session, row.attempt(), "unavailable", ending.what() + ": " + ending.detail());
        long notBefore = session.now() + Flow.pause(row.unavailable() + 1).toMillis();
        TaskTable.release(session, row.afterUnavailable(notBefore));
        // No other page in its place: what does not answer to one will hardly answer to the next.
        return List.of();
    }

    /** Ends an attempt whose process died; true when that was once too often. The task may be begun again at once. */
    private boolean givenUp(Session session, Item item, TaskRow row) throws SQLException {
        AttemptTable.end(session, row.attempt(), "abandoned", null);
        boolean tooOften = row.abandonments() + 1 >= Flow.MOST_ABANDONMENTS
                && Flow.givesUp(row.task().step());
        if (tooOften) {
            List<Task> next = course.giveUp(
                    session,
                    item,
                    row,
                    "Colophon itself ended " + Flow.MOST_ABANDONMENTS + " times in the middle of it");
            TaskTable.silence(session, next);
        } else {
            TaskTable.release(session, row.afterAbandonment());
        }
        return tooOften;
    }

    /** While one page waits, another takes its place. */
    private static List<Task> another(Session session, Task task) throws SQLException {
        return task.step().pagewise() ? Bell.next(session, task.item(), task.step(), 1) : List.of();
    }

    private static long leaseEnd(Session session) throws SQLException {
        return session.now() + LEASE.toMillis();
    }

    private static void require(Step step, int page, StepResult result) {
        Class<? extends StepResult> fitting =
                switch (step) {
                    case EXAMINE -> page == 0 ? StepResult.Compared.class : StepResult.Examined.class;
                    case RECOGNIZE -> StepResult.Recognized.class;
                    case PRESERVE -> StepResult.Deposited.class;
                    case SETTLE -> StepResult.Settled.class;
                    case PUBLISH -> StepResult.Published.class;
                };
        if (!fitting.isInstance(result)) {
            throw new IllegalArgumentException("the step " + step.stem() + " does not give " + result);
        }
    }
}
