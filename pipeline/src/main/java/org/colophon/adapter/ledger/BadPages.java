package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colophon.adapter.ledger.Flow.BadPage;
import org.colophon.item.ItemId;
import org.colophon.item.Page;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.Verdict;
import org.colophon.port.StepResult.Compared;
import org.colophon.port.StepResult.Examined;
import org.colophon.worker.protocol.Finding;

/** Pages that did not pass examination, and why. */
final class BadPages {
    private BadPages() {}

    static List<BadPage> refused(Session session, ItemId item) throws SQLException {
        Optional<Compared> compared = ResultTable.newest(session, Task.of(item, Step.EXAMINE), Compared.class);
        List<BadPage> bad = new ArrayList<>();
        for (Page page : PageTable.withVerdict(session, item, Verdict.REFUSED)) {
            List<Finding> findings = new ArrayList<>();
            ResultTable.newest(session, new Task(item, page.n(), Step.EXAMINE), Examined.class)
                    .filter(examined -> examined.examination() != null)
                    .ifPresent(
                            examined -> findings.addAll(examined.examination().findings()));
            compared.ifPresent(all -> findings.addAll(all.of(page.n())));
            List<String> texts = findings.stream()
                    .filter(finding -> finding.level() == Finding.Level.REJECT)
                    .map(Finding::text)
                    .toList();
            bad.add(new BadPage(page.n(), page.name(), texts.isEmpty() ? List.of("it cannot be read") : texts));
        }
        return bad;
    }

    static List<BadPage> setAside(Session session, ItemId item) throws SQLException {
        List<BadPage> bad = new ArrayList<>();
        for (Page page : PageTable.withVerdict(session, item, Verdict.SET_ASIDE)) {
            String last = AttemptTable.lastWords(session, item, Step.EXAMINE, page.n())
                    .orElse("the process that examined it died");
            bad.add(new BadPage(page.n(), page.name(), List.of("could not be examined: " + last)));
        }
        return bad;
    }
}
