package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.colophon.item.FileSeen;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.Admission;
import org.colophon.port.Unsettled;
import org.junit.jupiter.api.Test;

/** How objects come into the ledger. */
abstract class IntakeContract extends LedgerContract {

    @Test
    void whatWaitsIsKnownWithItsReason() {
        ItemId id = Samples.mint();
        ledger.sighted(Samples.waiting(id, "last change 8 s ago"));
        ledger.sighted(Samples.waiting(id, "last change 12 s ago"));
        assertThat(history.items()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo(ItemState.WAITING);
            assertThat(item.reason()).isEqualTo("last change 12 s ago");
            assertThat(item.title()).isEqualTo("Brief ü " + id);
        });
        ledger.forget(id);
        assertThat(history.items()).isEmpty();
    }

    @Test
    void admissionKeepsTheNameAndTimeOfTheWaitingObject() {
        ItemId id = Samples.mint();
        ledger.sighted(Samples.waiting(id, "last change 8 s ago"));
        Item waiting = item(id);
        Admission object = Samples.object(id, 2);
        assertThat(ledger.admit(object)).containsExactly(new Task(id, 1, Step.EXAMINE), new Task(id, 2, Step.EXAMINE));
        Item admitted = item(id);
        assertThat(admitted.createdAt()).isEqualTo(waiting.createdAt());
        assertThat(admitted.reason()).isNull();
        assertThat(admitted.state()).isEqualTo(ItemState.EXAMINING);
        ledger.sighted(Samples.waiting(id, "too late"));
        ledger.forget(id);
        assertThat(item(id)).isEqualTo(admitted);
    }

    @Test
    void anAdmittedObjectIsFoundAgainAsItWas() {
        ItemId id = Samples.mint();
        Admission object = Samples.object(id, 3);
        ledger.admit(object);
        Item item = item(id);
        assertThat(item.title()).isEqualTo("Brief an \uFFFD Emma 💌");
        assertThat(item.source()).isEqualTo(object.source());
        assertThat(item.languages()).isEqualTo(object.languages());
        assertThat(item.description()).isEqualTo(object.description());
        assertThat(item.access()).isEqualTo(object.access());
        assertThat(item.rights()).isEqualTo(object.rights());
        assertThat(item.createdAt()).isEqualTo(object.at());
        assertThat(history.dossier(id).files()).isEqualTo(object.files());
        assertThat(history.dossier(id).pages()).isEqualTo(object.pages());
        assertThat(history.events(id)).isEqualTo(object.events());
        assertThat(ledger.unsettled()).containsExactly(new Unsettled(item, object.seen()));
    }

    @Test
    void admittingTheSameObjectTwiceChangesNothing() {
        ItemId id = Samples.mint();
        ledger.admit(Samples.object(id, 2));
        assertThat(ledger.admit(Samples.object(id, 2))).isEmpty();
        assertThat(history.events(id)).hasSize(2);
    }

    @Test
    void aNameThatIsTakenIsNeverGivenTwice() {
        ItemId id = Samples.mint();
        Admission first = Samples.object(id, 1);
        ledger.admit(first);
        Admission other = Samples.from(Samples.object(id, 1), Samples.dropped(Samples.mint()));
        assertThatThrownBy(() -> ledger.admit(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(id.name());
        assertThat(item(id).source()).isEqualTo(first.source());
    }

    @Test
    void aLongBookSendsOnlyItsFirstPages() {
        ItemId id = Samples.mint();
        assertThat(ledger.admit(Samples.object(id, 200))).extracting(Task::page).containsExactly(1, 2, 3, 4);
        assertThat(ledger.openPages()).isEqualTo(200);
    }

    @Test
    void aRefusedObjectGoesBack() {
        ItemId id = Samples.mint();
        List<Task> ready = ledger.admit(
                Samples.object(id, 0, null, new Admission.Decision.Refuse("There is no image in this folder.")));
        assertThat(ready).containsExactly(Task.of(id, Step.SETTLE));
        assertThat(item(id).state()).isEqualTo(ItemState.REJECTED);
        assertThat(item(id).reason()).isEqualTo("There is no image in this folder.");
        assertThat(ledger.unsettled()).hasSize(1);
        finish(id, 0, Step.SETTLE, Samples.settled(null));
        assertThat(ledger.unsettled()).isEmpty();
    }

    @Test
    void oneItemTellsWhetherItsSourceIsSettled() {
        ItemId waiting = Samples.mint();
        ledger.sighted(Samples.waiting(waiting, "still arriving"));
        assertThat(ledger.unsettled(waiting)).isEmpty();
        assertThat(ledger.unsettled(Samples.mint())).isEmpty();
        ItemId admitted = drop(1);
        drop(1);
        assertThat(ledger.unsettled(admitted))
                .contains(new Unsettled(
                        item(admitted), Samples.object(admitted, 1).seen()));
        assertThat(ledger.unsettled(publish(1))).isEmpty();
    }

    @Test
    void aTwinIsFound() {
        ItemId first = drop(1);
        String identity = Samples.identityOf(first);
        assertThat(ledger.archivedWith(identity)).isEmpty();
        assertThat(ledger.underWayWith(identity)).map(Item::id).contains(first);
        examineAll(first, 1);
        recognizeAll(first, 1);
        finish(first, 0, Step.PRESERVE, Samples.deposited(1));
        assertThat(ledger.underWayWith(identity)).isEmpty();
        assertThat(ledger.archivedWith(identity)).map(Item::id).contains(first);
        ItemId twin = Samples.mint();
        List<Task> ready = ledger.admit(
                Samples.object(twin, 1, identity, new Admission.Decision.Duplicate(first, "Its title differs.")));
        assertThat(ready).containsExactly(Task.of(twin, Step.SETTLE));
        assertThat(item(twin).state()).isEqualTo(ItemState.DUPLICATE);
        assertThat(item(twin).reason()).contains(first.name()).endsWith("Its title differs.");
        assertThat(ledger.archivedWith(identity)).map(Item::id).contains(first);
    }

    @Test
    void aRejectedItemIsNobodysTwin() {
        ItemId id = drop(1);
        finish(id, 1, Step.EXAMINE, Samples.refused(1, "is empty"));
        assertThat(ledger.underWayWith(Samples.identityOf(id))).isEmpty();
        assertThat(ledger.archivedWith(Samples.identityOf(id))).isEmpty();
    }

    @Test
    void everyFileSeenIsKeptToTheNanosecond() {
        ItemId id = drop(1);
        assertThat(ledger.unsettled().get(0).item().id()).isEqualTo(id);
        assertThat(ledger.unsettled().get(0).seen())
                .containsExactly(new FileSeen("scan_1.tif", 17, 1_700_000_000_123_456_789L, "fd00:12"));
    }
}
