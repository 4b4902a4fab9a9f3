package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.colophon.item.Event;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.Verdict;
import org.colophon.port.Ending;
import org.colophon.port.History;
import org.colophon.port.Lease;
import org.junit.jupiter.api.Test;

/** Leases, attempts, and the way an item takes. */
abstract class WorkContract extends LedgerContract {

    @Test
    void anItemGoesTheWholeWay() {
        ItemId id = drop(2);
        finish(id, 1, Step.EXAMINE, Samples.accepted(1));
        assertThat(finish(id, 2, Step.EXAMINE, Samples.accepted(2)))
                .containsExactly(new Task(id, 1, Step.RECOGNIZE), new Task(id, 2, Step.RECOGNIZE));
        assertThat(item(id).state()).isEqualTo(ItemState.RECOGNIZING);
        finish(id, 2, Step.RECOGNIZE, Samples.read(2));
        assertThat(finish(id, 1, Step.RECOGNIZE, Samples.read(1))).containsExactly(Task.of(id, Step.PRESERVE));
        assertThat(item(id).state()).isEqualTo(ItemState.PRESERVING);
        assertThat(finish(id, 0, Step.PRESERVE, Samples.deposited(1))).containsExactly(Task.of(id, Step.SETTLE));
        assertThat(item(id).state()).isEqualTo(ItemState.DEPOSITED);
        assertThat(item(id).depositedAt()).isNotNull();
        assertThat(finish(id, 0, Step.SETTLE, Samples.settled(null))).containsExactly(Task.of(id, Step.PUBLISH));
        assertThat(finish(id, 0, Step.PUBLISH, Samples.published())).isEmpty();
        assertThat(item(id).state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(item(id).publishedAt()).isNotNull();
        assertThat(item(id).version()).isEqualTo(1);
        assertThat(ledger.ring(Duration.ZERO, PAGES_OF_ONE)).isEmpty();
    }

    @Test
    void anItemSaysWhatHoldsItUpUntilItGoesOn() {
        ItemId id = drop(2);
        finish(id, 1, Step.EXAMINE, new Ending.Unavailable("disk", "no space left"));
        assertThat(item(id).reason()).contains("no space left");
        finish(id, 2, Step.EXAMINE, Samples.accepted(2));
        assertThat(item(id).reason()).isNull();
    }

    @Test
    void nothingIsRecognizedBeforeAllIsExamined() {
        ItemId id = drop(2);
        finish(id, 1, Step.EXAMINE, Samples.accepted(1));
        assertThat(ledger.begin(new Task(id, 1, Step.RECOGNIZE), "test")).isEmpty();
        assertThat(ledger.ring(Duration.ZERO, PAGES_OF_ONE)).containsExactly(new Task(id, 2, Step.EXAMINE));
        assertThat(item(id).state()).isEqualTo(ItemState.EXAMINING);
    }

    @Test
    void countersMoveOncePerPage() {
        ItemId id = drop(3);
        Lease lease = begin(id, 1, Step.EXAMINE);
        ledger.finish(lease, Samples.accepted(1));
        ledger.finish(lease, Samples.accepted(1));
        assertThat(ledger.begin(lease.task(), "test")).isEmpty();
        assertThat(history.progress(id)).isEqualTo(new History.Progress(1, 0, 3));
        assertThat(ledger.openPages()).isEqualTo(3);
        finish(id, 2, Step.EXAMINE, Samples.accepted(2));
        finish(id, 3, Step.EXAMINE, Samples.accepted(3));
        recognizeAll(id, 2);
        assertThat(history.progress(id)).isEqualTo(new History.Progress(3, 2, 3));
        assertThat(ledger.openPages()).isEqualTo(1);
    }

    @Test
    void oneRefusedPageRejectsTheItem() {
        ItemId id = drop(3);
        finish(id, 1, Step.EXAMINE, Samples.refused(1, "cut off after 3 of 8 strips", "no resolution"));
        finish(id, 2, Step.EXAMINE, Samples.accepted(2));
        assertThat(finish(id, 3, Step.EXAMINE, Samples.refused(3, "is empty")))
                .containsExactly(Task.of(id, Step.SETTLE));
        assertThat(item(id).state()).isEqualTo(ItemState.REJECTED);
        assertThat(item(id).reason())
                .isEqualTo("page 1, scan_1.tif: cut off after 3 of 8 strips; no resolution\n"
                        + "page 3, scan_3.tif: is empty");
        assertThat(finish(id, 0, Step.SETTLE, Samples.settled(null))).isEmpty();
        assertThat(item(id).state()).isEqualTo(ItemState.REJECTED);
        assertThat(ledger.unsettled()).isEmpty();
    }

    @Test
    void threeFailuresSetAPageAside() {
        ItemId id = drop(2);
        fail(id, 2, Step.EXAMINE, 3);
        assertThat(ledger.begin(new Task(id, 2, Step.EXAMINE), "test")).isEmpty();
        assertThat(item(id).state()).isEqualTo(ItemState.EXAMINING);
        finish(id, 1, Step.EXAMINE, Samples.accepted(1));
        assertThat(item(id).state()).isEqualTo(ItemState.SET_ASIDE);
        assertThat(item(id).reason())
                .startsWith("page 2, scan_2.tif: could not be examined: worker ended with 137\n")
                .contains("colophon retry " + id);
        assertThat(history.pages(id))
                .extracting(History.PageStatus::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.SET_ASIDE);
    }

    @Test
    void aFailedTaskWaitsLongerEachTime() {
        ItemId id = drop(1);
        Task task = new Task(id, 1, Step.EXAMINE);
        finish(id, 1, Step.EXAMINE, new Ending.Failed("out of memory"));
        assertThat(ledger.begin(task, "test")).isEmpty();
        assertThat(ledger.ring(Duration.ZERO, PAGES_OF_ONE)).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        assertThat(ledger.ring(Duration.ZERO, PAGES_OF_ONE)).containsExactly(task);
        finish(id, 1, Step.EXAMINE, new Ending.Failed("out of memory"));
        clock.pass(Duration.ofSeconds(6));
        assertThat(ledger.begin(task, "test")).isEmpty();
        clock.pass(Duration.ofSeconds(4));
        assertThat(begin(id, 1, Step.EXAMINE).number()).isEqualTo(3);
    }

    @Test
    void whatIsUnavailableIsNeverBlamedOnTheScan() {
        ItemId id = drop(1);
        for (int i = 0; i < 30; i++) {
            finish(id, 1, Step.EXAMINE, new Ending.Unavailable("disk", "no space left"));
            clock.pass(Duration.ofMinutes(10));
        }
        assertThat(item(id).state()).isEqualTo(ItemState.EXAMINING);
        finish(id, 1, Step.EXAMINE, Samples.accepted(1));
        assertThat(item(id).state()).isEqualTo(ItemState.RECOGNIZING);
    }

    @Test
    void failedRecognitionNeverStopsTheItem() {
        ItemId id = drop(2);
        examineAll(id, 2);
        finish(id, 1, Step.RECOGNIZE, Samples.read(1));
        fail(id, 2, Step.RECOGNIZE, 3);
        assertThat(item(id).state()).isEqualTo(ItemState.PRESERVING);
        assertThat(history.page(id, 2).recognized().text()).isNull();
        assertThat(history.page(id, 2).recognized().problem()).isEqualTo("worker ended with 137");
        Event last = history.events(id).get(history.events(id).size() - 1);
        assertThat(last.page()).isEqualTo(2);
        assertThat(last.outcome()).isEqualTo(Event.Outcome.FAILURE);
        assertThat(last.detail()).isEqualTo("text recognition: worker ended with 137");
        assertThat(ledger.ring(Duration.ZERO, PAGES_OF_ONE)).containsExactly(Task.of(id, Step.PRESERVE));
    }

    @Test
    void aFailedDepositSetsTheItemAside() {
        ItemId id = drop(1);
        examineAll(id, 1);
        recognizeAll(id, 1);
        fail(id, 0, Step.PRESERVE, 3);
        assertThat(item(id).state()).isEqualTo(ItemState.SET_ASIDE);
        assertThat(item(id).reason()).contains("worker ended with 137");
        assertThat(ledger.ring(Duration.ZERO, PAGES_OF_ONE)).isEmpty();
    }

    @Test
    void settlingIsTriedForEverAndSaysWhyItFails() {
        ItemId id = drop(1);
        examineAll(id, 1);
        recognizeAll(id, 1);
        finish(id, 0, Step.PRESERVE, Samples.deposited(1));
        fail(id, 0, Step.SETTLE, 12);
        assertThat(item(id).state()).isEqualTo(ItemState.DEPOSITED);
        assertThat(item(id).reason()).contains("settle").contains("worker ended with 137");
        finish(id, 0, Step.SETTLE, Samples.settled("a file was added"));
        finish(id, 0, Step.PUBLISH, Samples.published());
        assertThat(item(id).reason()).isEqualTo("a file was added");
    }

    @Test
    void whatFollowsAGivenUpPageIsRungForAtOnce() {
        ItemId id = drop(1);
        examineAll(id, 1);
        for (int died = 0; died < 10; died++) {
            begin(id, 1, Step.RECOGNIZE);
            clock.pass(Duration.ofSeconds(61));
        }
        assertThat(ledger.begin(new Task(id, 1, Step.RECOGNIZE), "test")).isEmpty();
        assertThat(item(id).state()).isEqualTo(ItemState.PRESERVING);
        assertThat(ledger.ring(Duration.ofHours(1), PAGES_OF_ONE)).containsExactly(Task.of(id, Step.PRESERVE));
    }

    @Test
    void aRejectedItemKeepsItsReasonWhileItsFolderCannotGoBack() {
        ItemId id = drop(1);
        finish(id, 1, Step.EXAMINE, Samples.refused(1, "is empty"));
        String why = item(id).reason();
        fail(id, 0, Step.SETTLE, 2);
        finish(id, 0, Step.SETTLE, new Ending.Unavailable("disk", "the folder cannot be written"));
        assertThat(item(id).reason())
                .startsWith(why + "\nThe step \"settle\" failed: the folder cannot be written\n")
                .doesNotContain("137");
        clock.pass(Duration.ofMinutes(11));
        Lease lease = begin(id, 0, Step.SETTLE);
        assertThat(item(id).reason()).isEqualTo(why);
        ledger.finish(lease, Samples.settled(null));
        assertThat(item(id).reason()).isEqualTo(why);
    }
}
