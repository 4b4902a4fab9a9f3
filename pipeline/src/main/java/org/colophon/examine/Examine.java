package org.colophon.examine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.colophon.examine.quality.Judge;
import org.colophon.examine.quality.PhysicalSize;
import org.colophon.item.Agent;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.Verdict;
import org.colophon.port.Ending;
import org.colophon.port.History;
import org.colophon.port.Lease;
import org.colophon.port.StepResult;
import org.colophon.port.Workers;
import org.colophon.port.Workers.WorkerReply;
import org.colophon.port.Workspace;
import org.colophon.worker.protocol.Check;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Result.Examination;

/** Judges one page; once all of an item are judged, compares them. */
public final class Examine {
    private final History history;
    private final Workspace workspace;
    private final Workers workers;
    private final ExamineConfig config;
    private final Compare compare;
    private final Agent colophon;
    private final Clock clock;

    /**
     * @param colophon the agent of what is judged here, not in a worker
     * @param clock gives the events their time
     */
    public Examine(
            History history, Workspace workspace, Workers workers, ExamineConfig config, Agent colophon, Clock clock) {
        this.history = history;
        this.workspace = workspace;
        this.workers = workers;
        this.config = config;
        this.compare = new Compare(history, config, colophon, clock);
        this.colophon = colophon;
        this.clock = clock;
    }

    /** Has a worker look at the page, keeps what it made, and says what was found. */
    public Ending examine(Lease lease) {
        if (lease.task().page() == 0) {
            return compare.compare(lease);
        }
        ItemId id = lease.task().item();
        Item item = history.item(id).orElseThrow();
        Judge judge = config.judge(item);
        History.PageStatus page = history.page(id, lease.task().page());
        Path outputs = workspace.scratch(id, "examine-" + lease.task().page());
        try {
            Path master = workspace.fetch(id, page.file().fixity());
            WorkerReply<Examination> reply = workers.examine(
                    master,
                    page.page().index(),
                    page.file().extension(),
                    outputs,
                    judge.profile().terms());
            if (reply instanceof WorkerReply.Failed<Examination> failed) {
                workspace.requireRoom(failed.detail());
                return new Ending.Failed(failed.detail());
            }
            Examination examination = reply instanceof WorkerReply.Done<Examination> done
                    ? new Orienting(workers)
                            .oriented(done.result(), master, page.page().index(), outputs)
                    : unreadable(((WorkerReply.Refused<Examination>) reply).reason());
            return judged(lease, judge, item, page, examination, outputs);
        } finally {
            workspace.discard(outputs);
        }
    }

    private Ending judged(
            Lease lease, Judge judge, Item item, History.PageStatus page, Examination found, Path outputs) {
        List<StepResult.Kept> kept = new ArrayList<>();
        for (Derived derived : found.derived()) {
            kept.add(new StepResult.Kept(derived, workspace.keep(item.id(), outputs.resolve(derived.file()))));
        }
        Judge.Judgement judgement =
                judge.judge(found, PageNames.last(page.page().name()), PhysicalSize.of(item.description()));
        Examination examination = judgement.examination();
        List<Event> events = events(lease.task().page(), judgement);
        Verdict verdict = examination.refused() ? Verdict.REFUSED : Verdict.ACCEPTED;
        StepResult result = new StepResult.Examined(
                verdict, examination, kept, judge.profile().standard());
        return verdict == Verdict.REFUSED ? new Ending.Refused(result, events) : new Ending.Done(result, events);
    }

    private static Examination unreadable(String reason) {
        return new Examination(
                null,
                null,
                List.of(new Finding("unreadable", Finding.Level.REJECT, reason)),
                List.of(),
                List.of(),
                null);
    }

    private List<Event> events(int page, Judge.Judgement judgement) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Event> events = new ArrayList<>();
        for (Check check : judgement.examination().checks()) {
            events.add(Event.ofPage(
                    now,
                    EventType.of(check.type()),
                    page,
                    Event.Outcome.valueOf(check.outcome().name()),
                    check.detail(),
                    Agent.software(check.agent(), check.agentVersion())));
        }
        events.add(Event.ofPage(now, EventType.VALIDATION, page, outcome(judgement), judgement.detail(), colophon));
        return events;
    }

    private static Event.Outcome outcome(Judge.Judgement judgement) {
        if (judgement.examination().refused()) {
            return Event.Outcome.FAILURE;
        }
        boolean remarkable = judgement.examination().findings().stream()
                .anyMatch(finding -> finding.level() == Finding.Level.WARN
                        || judgement.broken().contains(finding.rule()));
        return remarkable ? Event.Outcome.WARNING : Event.Outcome.SUCCESS;
    }
}
