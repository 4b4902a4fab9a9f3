package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.Verdict;
import org.colophon.port.Ending;
import org.colophon.port.Lease;
import org.colophon.port.StepResult;
import org.colophon.worker.protocol.Finding;
import org.junit.jupiter.api.Test;

/** The pages of an item are compared once each of them is examined, and before any is recognized. */
abstract class ComparisonContract extends LedgerContract {
    private ItemId examined(int pages) {
        ItemId id = drop(pages);
        for (int page = 1; page < pages; page++) {
            finish(id, page, Step.EXAMINE, Samples.accepted(page));
        }
        return id;
    }

    private List<Task> finishLast(ItemId id, int pages) {
        Lease last = begin(id, pages, Step.EXAMINE);
        return ledger.finish(last, Samples.accepted(pages));
    }

    private static Ending compared(Finding.Level level) {
        return new Ending.Done(
                new StepResult.Compared(Map.of(2, List.of(new Finding("number-missing", level, "0008 is missing")))),
                List.of());
    }

    @Test
    void thePagesAreComparedOnceAllAreExamined() {
        ItemId id = examined(3);
        assertThat(finishLast(id, 3)).containsExactly(Task.of(id, Step.EXAMINE));
        assertThat(item(id).state()).isEqualTo(ItemState.EXAMINING);
        assertThat(ledger.finish(begin(id, 0, Step.EXAMINE), compared(Finding.Level.WARN)))
                .containsExactly(
                        new Task(id, 1, Step.RECOGNIZE),
                        new Task(id, 2, Step.RECOGNIZE),
                        new Task(id, 3, Step.RECOGNIZE));
        assertThat(history.pages(id).get(1).findings())
                .extracting(Finding::rule)
                .contains("number-missing");
        assertThat(history.pages(id).get(0).compared()).isEmpty();
    }

    @Test
    void aSinglePageIsComparedWithNothing() {
        ItemId id = examined(1);
        assertThat(finishLast(id, 1)).containsExactly(new Task(id, 1, Step.RECOGNIZE));
    }

    @Test
    void whatTheComparisonRefusesRejectsTheObject() {
        ItemId id = examined(2);
        finishLast(id, 2);
        assertThat(ledger.finish(begin(id, 0, Step.EXAMINE), compared(Finding.Level.REJECT)))
                .containsExactly(Task.of(id, Step.SETTLE));
        assertThat(item(id).state()).isEqualTo(ItemState.REJECTED);
        assertThat(item(id).reason()).contains("page 2").contains("0008 is missing");
        assertThat(history.page(id, 2).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(history.refused(id, 5)).hasSize(1);
    }

    @Test
    void aComparisonThatFailsThreeTimesIsLeftOut() {
        ItemId id = examined(2);
        finishLast(id, 2);
        for (int i = 0; i < 3; i++) {
            ledger.finish(begin(id, 0, Step.EXAMINE), new Ending.Failed("a defect"));
            clock.pass(Duration.ofMinutes(11));
        }
        assertThat(item(id).state()).isEqualTo(ItemState.RECOGNIZING);
        assertThat(history.events(id)).anyMatch(event -> event.detail().contains("could not be compared: a defect"));
    }

    @Test
    void nothingIsComparedWhileAPageIsSetAside() {
        ItemId id = drop(2);
        finish(id, 1, Step.EXAMINE, Samples.accepted(1));
        fail(id, 2, Step.EXAMINE, 3);
        assertThat(item(id).state()).isEqualTo(ItemState.SET_ASIDE);
        ledger.retry(id, Samples.decided("as the archivist wished"));
        assertThat(ledger.finish(begin(id, 2, Step.EXAMINE), Samples.accepted(2)))
                .containsExactly(Task.of(id, Step.EXAMINE));
    }
}
