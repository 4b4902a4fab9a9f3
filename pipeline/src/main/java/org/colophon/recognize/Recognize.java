package org.colophon.recognize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.colophon.item.Agent;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Fixity;
import org.colophon.item.Item;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.colophon.port.Ending;
import org.colophon.port.History;
import org.colophon.port.Lease;
import org.colophon.port.StepResult;
import org.colophon.port.Workers;
import org.colophon.port.Workers.LanguageChoice;
import org.colophon.port.Workers.WorkerReply;
import org.colophon.port.Workspace;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Wire;

/** Reads one page. */
public final class Recognize {
    /** The rule of examination by which a page is blank. */
    private static final String BLANK = "blank";

    private final History history;
    private final Workspace workspace;
    private final Workers workers;
    private final Agent colophon;
    private final Clock clock;

    /**
     * @param colophon the agent of pages that no engine read
     * @param clock gives the events their time
     */
    public Recognize(History history, Workspace workspace, Workers workers, Agent colophon, Clock clock) {
        this.history = history;
        this.workspace = workspace;
        this.workers = workers;
        this.colophon = colophon;
        this.clock = clock;
    }

    /** Has a worker read the page in the languages of its item, and keeps the page text. */
    public Ending recognize(Lease lease) {
        Task task = lease.task();
        History.PageStatus page = history.page(task.item(), task.page());
        Item item = history.item(task.item()).orElseThrow();
        if (item.round() <= 1 && blank(page)) {
            // Whoever asks for a text again does not believe it.
            return empty(task, page.examined().examination().facts());
        }
        LanguageChoice choice = workers.languages(item.languages());
        String missing = choice.missing().isEmpty() ? null : String.join(" ", choice.missing());
        if (choice.models().isEmpty()) {
            return unread(task, missing);
        }
        ImageFacts facts = page.examined().examination().facts();
        if (facts == null) {
            return unread(task, "the page is kept unread, so there is no image of it to recognize");
        }
        WorkerReply<PageText> reply = workers.recognize(
                image(task, page), imageIndex(page), facts.orientation(), dpi(facts), choice.models());
        if (reply instanceof WorkerReply.Failed<PageText> failed) {
            workspace.requireRoom(failed.detail());
            return new Ending.Failed(failed.detail());
        }
        if (reply instanceof WorkerReply.Refused<PageText> refused) {
            return unread(task, refused.reason());
        }
        return read(task, ((WorkerReply.Done<PageText>) reply).result(), missing);
    }

    private Ending read(Task task, PageText text, String missing) {
        StepResult result = new StepResult.Recognized(
                store(task, text),
                text.characters(),
                text.confidence(),
                text.engine().languages(),
                missing);
        Event.Outcome outcome = missing == null ? Event.Outcome.SUCCESS : Event.Outcome.WARNING;
        String detail =
                "text recognition: languages " + String.join("+", text.engine().languages()) + "; "
                        + parameters(text.engine().parameters()) + "; " + text.characters() + " characters"
                        + (missing == null ? "" : "; " + missing);
        Agent engine = Agent.software(text.engine().name(), text.engine().version());
        return new Ending.Done(result, List.of(event(task, outcome, detail, engine)));
    }

    private static boolean blank(History.PageStatus page) {
        return page.findings().stream().anyMatch(finding -> finding.rule().equals(BLANK));
    }

    /** A page that examination found blank has a text all the same: an empty one, which no engine read. */
    private Ending empty(Task task, ImageFacts facts) {
        PageText.Engine nobody = new PageText.Engine(colophon.name(), colophon.version(), List.of(), Map.of());
        PageText text =
                new PageText(facts.width(), facts.height(), Math.max(1, facts.orientation()), List.of(), nobody);
        StepResult result = new StepResult.Recognized(store(task, text), 0, null, List.of(), null);
        String detail = "text recognition: left out, since the page is blank";
        return new Ending.Done(result, List.of(event(task, Event.Outcome.SUCCESS, detail, colophon)));
    }

    private Ending unread(Task task, String problem) {
        StepResult result = new StepResult.Recognized(null, 0, null, List.of(), problem);
        Event failure = event(task, Event.Outcome.FAILURE, "text recognition: " + problem, colophon);
        return new Ending.Refused(result, List.of(failure));
    }

    private Event event(Task task, Event.Outcome outcome, String detail, Agent agent) {
        return Event.ofPage(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                EventType.CREATION,
                task.page(),
                outcome,
                detail,
                agent);
    }

    private Path image(Task task, History.PageStatus page) {
        return workspace.fetch(
                task.item(),
                pageImage(page).map(StepResult.Kept::fixity).orElse(page.file().fixity()));
    }

    private static int imageIndex(History.PageStatus page) {
        return pageImage(page).isPresent() ? 0 : page.page().index();
    }

    private static Optional<StepResult.Kept> pageImage(History.PageStatus page) {
        return page.examined().derived().stream()
                .filter(kept -> kept.derived().role() == Derived.Role.PAGE_IMAGE)
                .findFirst();
    }

    private Fixity store(Task task, PageText text) {
        Path scratch = workspace.scratch(task.item(), "recognize-" + task.page());
        try {
            Path file = scratch.resolve("text.json");
            Files.write(file, Wire.write(text).getBytes(StandardCharsets.UTF_8));
            return workspace.keep(task.item(), file);
        } catch (IOException e) {
            throw new UnavailableException(
                    "disk", "the text of " + task + " could not be written: check space and rights of the home", e);
        } finally {
            workspace.discard(scratch);
        }
    }

    private static int dpi(ImageFacts facts) {
        return facts.xDpi() == null ? 0 : (int) Math.round(facts.xDpi());
    }

    private static String parameters(Map<String, String> parameters) {
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, value) -> parts.add(name + "=" + value));
        return parts.stream().collect(Collectors.joining(", "));
    }
}
