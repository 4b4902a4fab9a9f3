package org.colophon.examine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colophon.examine.comparison.Comparison;
import org.colophon.examine.comparison.Leaf;
import org.colophon.examine.quality.Checks;
import org.colophon.examine.quality.Judge;
import org.colophon.item.Agent;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.port.Ending;
import org.colophon.port.History;
import org.colophon.port.History.PageStatus;
import org.colophon.port.Lease;
import org.colophon.port.StepResult;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.Result.Examination;

/** Sees the pages of an item together, once each of them was judged. Needs no worker: only facts are compared. */
final class Compare {
    private final History history;
    private final ExamineConfig config;
    private final Agent colophon;
    private final Clock clock;

    Compare(History history, ExamineConfig config, Agent colophon, Clock clock) {
        this.history = history;
        this.config = config;
        this.colophon = colophon;
        this.clock = clock;
    }

    Ending compare(Lease lease) {
        ItemId id = lease.task().item();
        Item item = history.item(id).orElseThrow();
        Judge judge = config.judge(item);
        Map<Integer, List<Finding>> findings = new TreeMap<>();
        List<PageStatus> pages = history.pages(id);
        Comparison.of(leaves(pages)).forEach((page, found) -> {
            List<Finding> weighed =
                    found.stream().flatMap(one -> judge.weighed(one).stream()).toList();
            if (!weighed.isEmpty()) {
                findings.put(page, weighed);
            }
        });
        StepResult result = new StepResult.Compared(findings);
        boolean refused = findings.values().stream().anyMatch(Judge::refuses);
        List<Event> events = events(pages.size(), findings);
        return refused ? new Ending.Refused(result, events) : new Ending.Done(result, events);
    }

    private static List<Leaf> leaves(List<PageStatus> pages) {
        List<Leaf> leaves = new ArrayList<>();
        for (PageStatus page : pages) {
            Examination examination =
                    page.examined() == null ? null : page.examined().examination();
            leaves.add(new Leaf(
                    page.page().n(),
                    PageNames.last(page.page().name()),
                    page.page().file(),
                    page.page().index(),
                    page.file().fixity().sha512(),
                    examination == null ? null : examination.facts(),
                    likeness(examination)));
        }
        return leaves;
    }

    /** Blank pages look alike and are none the worse for it. */
    private static String likeness(Examination examination) {
        boolean blank = examination == null
                || examination.measures() == null
                || examination.findings().stream()
                        .anyMatch(finding -> finding.rule().equals(Checks.BLANK));
        return blank ? null : examination.measures().likeness();
    }

    private List<Event> events(int pages, Map<Integer, List<Finding>> findings) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Event> events = new ArrayList<>();
        findings.forEach((page, found) -> found.forEach(finding -> events.add(Event.ofPage(
                now,
                EventType.VALIDATION,
                page,
                finding.level() == Level.REJECT ? Event.Outcome.FAILURE : Event.Outcome.WARNING,
                "compared with the other pages: " + finding.rule() + ": " + finding.text(),
                colophon))));
        events.add(Event.ofItem(
                now,
                EventType.VALIDATION,
                findings.isEmpty() ? Event.Outcome.SUCCESS : Event.Outcome.WARNING,
                "compared " + pages + " pages: numbering, size, orientation, resolution, color, doubles; "
                        + (findings.isEmpty() ? "nothing to remark" : "remarks on " + findings.size() + " of them"),
                colophon));
        return events;
    }
}
