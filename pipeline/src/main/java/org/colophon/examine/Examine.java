package org.colophon.examine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.colophon.item.Agent;
import org.colophon.item.Event;
import org.colophon.item.EventType;
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
import org.colophon.worker.protocol.Terms;

/** Judges one page. */
public final class Examine {
    private final History history;
    private final Workspace workspace;
    private final Workers workers;
    private final Clock clock;

    /** @param clock gives the events their time */
    public Examine(History history, Workspace workspace, Workers workers, Clock clock) {
        this.history = history;
        this.workspace = workspace;
        this.workers = workers;
        this.clock = clock;
    }

    /** Has a worker look at the page, keeps what it made, and says what was found. */
    public Ending examine(Lease lease) {
        ItemId item = lease.task().item();
        History.PageStatus page = history.page(item, lease.task().page());
        Path outputs = workspace.scratch(item, "examine-" + lease.task().page());
        try {
            Path master = workspace.fetch(item, page.file().fixity());
            WorkerReply<Examination> reply =
                    workers.examine(master, page.page().index(), page.file().extension(), outputs, Terms.USUAL);
            if (reply instanceof WorkerReply.Failed<Examination> failed) {
                workspace.requireRoom(failed.detail());
                return new Ending.Failed(failed.detail());
            }
            Examination examination = reply instanceof WorkerReply.Done<Examination> done
                    ? done.result()
                    : unreadable(((WorkerReply.Refused<Examination>) reply).reason());
            return judged(lease, examination, outputs);
        } finally {
            workspace.discard(outputs);
        }
    }

    private Ending judged(Lease lease, Examination examination, Path outputs) {
        List<StepResult.Kept> kept = new ArrayList<>();
        for (Derived derived : examination.derived()) {
            kept.add(
                    new StepResult.Kept(derived, workspace.keep(lease.task().item(), outputs.resolve(derived.file()))));
        }
        List<Event> events = events(lease.task().page(), examination);
        Verdict verdict = examination.refused() ? Verdict.REFUSED : Verdict.ACCEPTED;
        StepResult result = new StepResult.Examined(verdict, examination, kept);
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

    private List<Event> events(int page, Examination examination) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Event> events = new ArrayList<>();
        for (Check check : examination.checks()) {
            events.add(Event.ofPage(
                    now,
                    EventType.of(check.type()),
                    page,
                    Event.Outcome.valueOf(check.outcome().name()),
                    check.detail(),
                    Agent.software(check.agent(), check.agentVersion())));
        }
        return events;
    }
}
