package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.colophon.item.Description;
import org.colophon.item.Event;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.Verdict;
import org.colophon.port.DecisionRefusedException;
import org.colophon.port.Ending;
import org.colophon.port.History;
import org.colophon.port.Lease;
import org.junit.jupiter.api.Test;

/** What people decide. */
abstract class DecisionContract extends LedgerContract {
    private static final Event WHY = Samples.decided("as the archivist wished");

    @Test
    void aRetryTakesUpASetAsidePage() {
        ItemId id = drop(2);
        finish(id, 1, Step.EXAMINE, Samples.accepted(1));
        fail(id, 2, Step.EXAMINE, 3);
        assertThat(item(id).state()).isEqualTo(ItemState.SET_ASIDE);
        assertThat(ledger.retry(id, WHY)).containsExactly(new Task(id, 2, Step.EXAMINE));
        assertThat(item(id).state()).isEqualTo(ItemState.EXAMINING);
        assertThat(item(id).reason()).isNull();
        assertThat(history.page(id, 2).verdict()).isEqualTo(Verdict.PENDING);
        finish(id, 2, Step.EXAMINE, Samples.accepted(2));
        assertThat(item(id).state()).isEqualTo(ItemState.RECOGNIZING);
        assertThat(history.events(id)).contains(WHY);
    }

    @Test
    void aRetryTakesUpASetAsideDeposit() {
        ItemId id = drop(1);
        examineAll(id, 1);
        recognizeAll(id, 1);
        fail(id, 0, Step.PRESERVE, 3);
        assertThat(ledger.retry(id, WHY)).containsExactly(Task.of(id, Step.PRESERVE));
        assertThat(finish(id, 0, Step.PRESERVE, Samples.deposited(1))).containsExactly(Task.of(id, Step.SETTLE));
    }

    @Test
    void aRetryDoesNotWaitForThePause() {
        ItemId id = drop(1);
        finish(id, 1, Step.EXAMINE, new Ending.Unavailable("disk", "no space left"));
        assertThat(ledger.begin(new Task(id, 1, Step.EXAMINE), "test")).isEmpty();
        assertThat(ledger.retry(id, WHY)).containsExactly(new Task(id, 1, Step.EXAMINE));
        begin(id, 1, Step.EXAMINE);
    }

    @Test
    void aRetryReadsPagesWithoutTextAgainAsANewVersion() {
        ItemId id = drop(3);
        examineAll(id, 3);
        finish(id, 1, Step.RECOGNIZE, Samples.read(1));
        fail(id, 2, Step.RECOGNIZE, 3);
        finish(id, 3, Step.RECOGNIZE, Samples.read(3));
        finish(id, 0, Step.PRESERVE, Samples.deposited(1));
        finish(id, 0, Step.SETTLE, Samples.settled(null));
        finish(id, 0, Step.PUBLISH, Samples.published());
        assertThat(ledger.retry(id, WHY)).containsExactly(new Task(id, 2, Step.RECOGNIZE));
        assertThat(history.progress(id)).isEqualTo(new History.Progress(3, 2, 3));
        assertThat(history.dossier(id).round().number()).isEqualTo(2);
        assertThat(finish(id, 2, Step.RECOGNIZE, Samples.read(2))).containsExactly(Task.of(id, Step.PRESERVE));
        assertThat(finish(id, 0, Step.PRESERVE, Samples.deposited(2))).containsExactly(Task.of(id, Step.PUBLISH));
        assertThat(history.page(id, 2).recognized().problem()).isNull();
        finish(id, 0, Step.PUBLISH, Samples.published());
        assertThatThrownBy(() -> ledger.retry(id, WHY))
                .isInstanceOf(DecisionRefusedException.class)
                .hasMessageContaining("nothing to retry");
    }

    @Test
    void recognizingAgainMakesANewVersion() {
        ItemId id = publish(2);
        assertThat(ledger.recognizeAgain(id, List.of("eng"), WHY)).hasSize(2);
        assertThat(item(id).state()).isEqualTo(ItemState.RECOGNIZING);
        assertThat(item(id).languages()).containsExactly("eng");
        assertThat(item(id).round()).isEqualTo(2);
        assertThat(history.dossier(id).round().reason()).isEqualTo("recognized again in eng");
        recognizeAll(id, 2);
        finish(id, 0, Step.PRESERVE, Samples.deposited(2));
        finish(id, 0, Step.PUBLISH, Samples.published());
        assertThat(item(id).version()).isEqualTo(2);
        assertThat(item(id).state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(ledger.archivedWith(Samples.identityOf(id))).isPresent();
    }

    @Test
    void describingAgainMakesANewVersionWithoutReading() {
        ItemId id = publish(1);
        Description better = new Description(List.of(new Description.Term("title", "Brief an Emma Herwegh")));
        assertThat(ledger.describeAgain(id, better, WHY)).containsExactly(Task.of(id, Step.PRESERVE));
        assertThat(item(id).title()).isEqualTo("Brief an Emma Herwegh");
        assertThat(item(id).description()).isEqualTo(better);
        assertThat(history.dossier(id).recognized()).containsKey(1);
        assertThat(finish(id, 0, Step.PRESERVE, Samples.deposited(2))).containsExactly(Task.of(id, Step.PUBLISH));
    }

    @Test
    void aNewDescriptionWithoutTitleLeavesTheTitle() {
        ItemId id = publish(1);
        String title = item(id).title();
        ledger.describeAgain(id, new Description(List.of(new Description.Term("creator", "Emma Herwegh"))), WHY);
        assertThat(item(id).title())
                .isEqualTo(title)
                .isNotEqualTo(item(id).source().path().name());
        assertThat(item(id).description().values("creator")).containsExactly("Emma Herwegh");
        assertThat(item(id).languages()).containsExactly("deu", "de-Latf");
    }

    @Test
    void theLanguagesOfANewDescriptionAreThoseOfTheItem() {
        ItemId id = publish(1);
        Description latin = new Description(
                List.of(new Description.Term("language", "la"), new Description.Term("language", "grc")));
        ledger.describeAgain(id, latin, WHY);
        assertThat(item(id).languages()).containsExactly("la", "grc");
    }

    @Test
    void aRoundUnderWayIsNotDisturbed() {
        ItemId id = publish(1);
        ledger.recognizeAgain(id, List.of("eng"), WHY);
        assertThatThrownBy(() -> ledger.describeAgain(id, Description.NONE, WHY))
                .isInstanceOf(DecisionRefusedException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("colophon show " + id);
        assertThat(item(id).title()).isNotEqualTo("Brief ü " + id);
        ItemId fresh = drop(1);
        assertThatThrownBy(() -> ledger.recognizeAgain(fresh, List.of("eng"), WHY))
                .isInstanceOf(DecisionRefusedException.class)
                .hasMessageContaining("no package");
    }

    @Test
    void aRejectedItemIsStoppedAtOnce() {
        ItemId id = drop(2);
        Lease lease = begin(id, 1, Step.EXAMINE);
        assertThat(ledger.reject(id, "Wrong folder.", WHY)).containsExactly(Task.of(id, Step.SETTLE));
        assertThat(ledger.finish(lease, Samples.accepted(1))).isEmpty();
        assertThat(ledger.renew(lease)).isFalse();
        assertThat(ledger.begin(new Task(id, 2, Step.EXAMINE), "test")).isEmpty();
        assertThat(item(id).state()).isEqualTo(ItemState.REJECTED);
        assertThat(item(id).reason()).isEqualTo("Wrong folder.");
        assertThat(ledger.ring(Duration.ZERO, PAGES_OF_ONE)).containsExactly(Task.of(id, Step.SETTLE));
    }

    @Test
    void whatWaitsCanBeRejected() {
        ItemId id = Samples.mint();
        ledger.sighted(Samples.waiting(id, "pages are missing"));
        assertThat(ledger.reject(id, "Not ours.", WHY)).containsExactly(Task.of(id, Step.SETTLE));
        assertThat(history.dossier(id).item().state()).isEqualTo(ItemState.REJECTED);
    }

    @Test
    void whatWasDepositedStays() {
        ItemId id = publish(1);
        assertThatThrownBy(() -> ledger.reject(id, "no", WHY))
                .isInstanceOf(DecisionRefusedException.class)
                .hasMessageContaining("archive");
        ItemId depositing = drop(1);
        examineAll(depositing, 1);
        recognizeAll(depositing, 1);
        begin(depositing, 0, Step.PRESERVE);
        assertThatThrownBy(() -> ledger.reject(depositing, "no", WHY))
                .isInstanceOf(DecisionRefusedException.class)
                .hasMessageContaining("at this moment");
    }

    @Test
    void anUnknownItemIsNamed() {
        ItemId id = Samples.mint();
        assertThatThrownBy(() -> ledger.retry(id, WHY))
                .isInstanceOf(DecisionRefusedException.class)
                .hasMessageContaining(id.name());
    }

    @Test
    void theIntentOfADepositIsKept() {
        ItemId id = drop(1);
        assertThat(ledger.intended(id, 1)).isEmpty();
        ledger.intend(id, 1, "first");
        ledger.intend(id, 1, "second");
        assertThat(ledger.intended(id, 1)).contains("second");
        assertThat(ledger.intended(id, 2)).isEmpty();
    }
}
