package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.colophon.adapter.ledger.Flow.BadPage;
import org.colophon.adapter.ledger.Flow.Move;
import org.colophon.item.Agent;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.Verdict;
import org.colophon.port.StepResult;
import org.colophon.port.StepResult.Compared;
import org.colophon.port.StepResult.Deposited;
import org.colophon.port.StepResult.Examined;
import org.colophon.port.StepResult.Published;
import org.colophon.port.StepResult.Recognized;
import org.colophon.port.StepResult.Settled;

/**
 * Carries an item along its way, inside a transaction that holds its lock.
 *
 * @param self agent of the events the ledger itself records
 * @param pagesOfOne most pages of one item that are rung for at a time
 */
record Course(Agent self, int pagesOfOne) {

    /** Takes a result that was just inserted to heart; returns the tasks that are ready because of it. */
    List<Task> follow(Session session, Item item, Task task, StepResult result) throws SQLException {
        if (result instanceof Examined examined) {
            PageTable.judge(session, item.id(), task.page(), examined.verdict());
            ItemTable.countExamined(session, item.id());
            return examinationGoesOn(session, item);
        }
        if (result instanceof Compared compared) {
            for (int page : compared.refused()) {
                PageTable.judge(session, item.id(), page, Verdict.REFUSED);
            }
            return examinationGoesOn(session, item);
        }
        if (result instanceof Recognized recognized) {
            PageTable.markRead(session, item.id(), task.page(), recognized.text() != null);
            ItemTable.countRecognized(session, item.id());
            return recognitionGoesOn(session, item);
        }
        if (result instanceof Deposited deposited) {
            ItemTable.deposited(session, item.id(), deposited.version());
            return enter(session, item, Flow.deposited(ItemTable.isSettled(session, item.id())));
        }
        if (result instanceof Settled settled) {
            return settled(session, item, settled);
        }
        Published published = (Published) result;
        if (!published.held()) {
            ItemTable.published(session, item.id());
        }
        return enter(session, item, Flow.published(published.held(), whyItsFolderStayed(session, item.id())));
    }

    /** Puts an item into a state and opens the step that follows. */
    List<Task> enter(Session session, Item item, Move move) throws SQLException {
        ItemTable.enter(session, item.id(), move.state(), move.reason());
        Step next = move.next();
        if (next == null) {
            return List.of();
        }
        if (next == Step.SETTLE) {
            AttemptTable.stop(session, item.id());
            TaskTable.stop(session, item.id());
        }
        IntStream pages = next.pagewise() ? IntStream.rangeClosed(1, item.pageCount()) : IntStream.of(0);
        TaskTable.open(
                session, pages.mapToObj(page -> new Task(item.id(), page, next)).toList(), item.round());
        return Bell.next(session, item.id(), next, pagesOfOne);
    }

    /** A task failed or was abandoned too often: sets it aside, or goes on without what it would have given. */
    List<Task> giveUp(Session session, Item item, TaskRow row, String detail) throws SQLException {
        Task task = row.task();
        switch (task.step()) {
            case EXAMINE -> {
                if (task.page() == 0) {
                    TaskTable.close(session, task, "done");
                    return uncompared(session, item, row, detail);
                }
                TaskTable.close(session, task, "set-aside");
                PageTable.judge(session, item.id(), task.page(), Verdict.SET_ASIDE);
                return examinationGoesOn(session, item);
            }
            case RECOGNIZE -> {
                TaskTable.close(session, task, "done");
                return withoutText(session, item, row, detail);
            }
            case PRESERVE -> {
                TaskTable.close(session, task, "set-aside");
                return enter(session, item, Flow.unpreserved(item.id(), detail));
            }
            case SETTLE, PUBLISH -> throw new IllegalArgumentException(task + " is never given up");
        }
        throw new IllegalArgumentException("no such step: " + task);
    }

    private List<Task> withoutText(Session session, Item item, TaskRow row, String detail) throws SQLException {
        Recognized nothing = new Recognized(null, 0, null, List.of(), detail);
        if (!ResultTable.add(session, row.task(), row.round(), nothing)) {
            return List.of();
        }
        Event event = Event.ofPage(
                Instant.ofEpochMilli(session.now()),
                EventType.CREATION,
                row.task().page(),
                Event.Outcome.FAILURE,
                Flow.oneLine("text recognition: " + detail),
                self);
        EventTable.append(session, item.id(), List.of(event));
        return follow(session, item, row.task(), nothing);
    }

    /** Pages that could not be compared were each examined all the same. */
    private List<Task> uncompared(Session session, Item item, TaskRow row, String detail) throws SQLException {
        Compared nothing = new Compared(Map.of());
        if (!ResultTable.add(session, row.task(), row.round(), nothing)) {
            return List.of();
        }
        Event event = Event.ofItem(
                Instant.ofEpochMilli(session.now()),
                EventType.VALIDATION,
                Event.Outcome.FAILURE,
                Flow.oneLine("the pages could not be compared: " + detail),
                self);
        EventTable.append(session, item.id(), List.of(event));
        return follow(session, item, row.task(), nothing);
    }

    private List<Task> examinationGoesOn(Session session, Item item) throws SQLException {
        if (TaskTable.anyOpen(session, item.id(), Step.EXAMINE)) {
            return Bell.next(session, item.id(), Step.EXAMINE, 1);
        }
        List<BadPage> setAside = BadPages.setAside(session, item.id());
        Task comparison = Task.of(item.id(), Step.EXAMINE);
        if (item.pageCount() > 1 && setAside.isEmpty() && !ResultTable.stands(session, comparison, item.round())) {
            TaskTable.open(session, List.of(comparison), item.round());
            return Bell.next(session, item.id(), Step.EXAMINE, 1);
        }
        return enter(session, item, Flow.examined(item.id(), BadPages.refused(session, item.id()), setAside));
    }

    private List<Task> recognitionGoesOn(Session session, Item item) throws SQLException {
        if (TaskTable.anyOpen(session, item.id(), Step.RECOGNIZE)) {
            return Bell.next(session, item.id(), Step.RECOGNIZE, 1);
        }
        return enter(session, item, Flow.recognized());
    }

    private List<Task> settled(Session session, Item item, Settled settled) throws SQLException {
        ItemTable.settled(session, item.id());
        if (!item.state().archived()) {
            return List.of();
        }
        ItemTable.explain(session, item.id(), settled.problem());
        TaskTable.open(session, List.of(Task.of(item.id(), Step.PUBLISH)), item.round());
        return Bell.next(session, item.id(), Step.PUBLISH, 1);
    }

    private static String whyItsFolderStayed(Session session, ItemId item) throws SQLException {
        return ResultTable.newest(session, Task.of(item, Step.SETTLE), Settled.class)
                .map(Settled::problem)
                .orElse(null);
    }
}
