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
import org.colophon.examine.quality.Judge;
import org.colophon.examine.quality.PageChecks;
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
        List<PageStatus> pages = history.pages(id);
        Map<Integer, List<Finding>> findings =
                weighed(judge, pages.stream().map(Compare::leaf).toList());
        StepResult result = new StepResult.Compared(findings);
        boolean refused = findings.values().stream().anyMatch(Judge::refuses);
        List<Event> events = events(pages.size(), findings);
        return refused ? new Ending.Refused(result, events) : new Ending.Done(result, events);
    }

    /** What shows when pages are seen together, with the weight that a profile gives it. */
    static Map<Integer, List<Finding>> weighed(Judge judge, List<Leaf> leaves) {
        Map<Integer, List<Finding>> findings = new TreeMap<>();
        Comparison.of(leaves).forEach((page, found) -> {
            List<Finding> weighed =
                    found.stream().flatMap(one -> judge.weighed(one).stream()).toList();
            if (!weighed.isEmpty()) {
                findings.put(page, weighed);
            }
        });
        return findings;
    }

    private static Leaf leaf(PageStatus page) {
        return leaf(
                page.page().n(),
                page.page().name(),
                page.page().file(),
                page.page().index(),
                page.file().fixity().sha512(),
                page.examined() == null ? null : page.examined().examination());
    }

    /** @param examination null when nothing is known of the page */
    static Leaf leaf(int n, String name, int file, int index, String sha512, Examination examination) {
        return new Leaf(
                n,
                PageNames.last(name),
                file,
                index,
                sha512,
                examination == null ? null : examination.facts(),
                likeness(examination));
    }

    /** Blank pages look alike and are none the worse for it. */
    private static String likeness(Examination examination) {
        boolean blank =
                examination == null || examination.measures() == null || PageChecks.isBlank(examination.measures());
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
