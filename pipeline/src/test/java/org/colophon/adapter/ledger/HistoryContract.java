package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Verdict;
import org.colophon.port.Ending;
import org.colophon.port.History;
import org.colophon.port.StepResult;
import org.junit.jupiter.api.Test;

/** Questions to the ledger. */
abstract class HistoryContract extends LedgerContract {

    @Test
    void theNewestItemComesFirst() {
        Instant now = clock.instant();
        List<ItemId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ItemId id = Samples.mint();
            ledger.admit(Samples.at(Samples.object(id, 1), now.plusSeconds(i)));
            ids.add(0, id);
        }
        assertThat(history.items()).extracting(Item::id).isEqualTo(ids);
        finish(ids.get(0), 1, Step.EXAMINE, Samples.refused(1, "is empty"));
        assertThat(history.items(List.of(ItemState.EXAMINING, ItemState.WAITING), 1, 2))
                .extracting(Item::id)
                .containsExactly(ids.get(2), ids.get(3));
        assertThat(history.items(List.of(ItemState.REJECTED), 0, 10))
                .extracting(Item::id)
                .containsExactly(ids.get(0));
        assertThat(history.items(List.of(), 0, 10)).isEmpty();
        assertThat(history.items(List.of(ItemState.values()), 0, 10)).hasSize(5);
    }

    @Test
    void aPageStandsAsItsNewestResultsSay() {
        ItemId id = publish(2);
        ledger.recognizeAgain(id, List.of("eng"), Samples.decided("again"));
        StepResult.Recognized newer = new StepResult.Recognized(Samples.fixity(99), 7, null, List.of("eng"), null);
        assertThat(history.page(id, 2).recognized().characters()).isEqualTo(1200);
        finish(id, 2, Step.RECOGNIZE, new Ending.Done(newer, List.of()));
        assertThat(history.page(id, 2).recognized()).isEqualTo(newer);
        assertThat(history.pages(id).get(1)).isEqualTo(history.page(id, 2));
        assertThat(history.pages(id).get(0).recognized().characters()).isEqualTo(1200);
        assertThat(history.dossier(id).recognized()).containsEntry(2, newer).hasSize(2);
    }

    @Test
    void aPageIsPendingUntilItIsExamined() {
        ItemId id = drop(1);
        assertThat(history.page(id, 1).verdict()).isEqualTo(Verdict.PENDING);
        assertThat(history.page(id, 1).examined()).isNull();
        assertThat(history.page(id, 1).recognized()).isNull();
        StepResult given = ((Ending.Done) Samples.accepted(1)).result();
        finish(id, 1, Step.EXAMINE, Samples.accepted(1));
        assertThat(history.page(id, 1).examined()).isEqualTo(given);
        assertThat(history.page(id, 1).file().name()).isEqualTo("objects/scan_1.tif");
    }

    @Test
    void eventsKeepTheirOrder() {
        ItemId id = drop(1);
        List<Event> events = new ArrayList<>(history.events(id));
        for (int i = 0; i < 50; i++) {
            events.add(Samples.event(EventType.FIXITY_CHECK, 0, "check " + i));
        }
        List<Event> recorded = events.subList(2, events.size());
        Collections.reverse(recorded);
        ledger.record(id, recorded);
        ledger.record(id, recorded);
        assertThat(history.events(id)).isEqualTo(events);
        assertThat(history.dossier(id).events()).isEqualTo(events);
    }

    @Test
    void whatIsNotThereIsSaid() {
        ItemId id = Samples.mint();
        assertThat(history.item(id)).isEmpty();
        assertThat(history.pages(id)).isEmpty();
        assertThat(history.progress(id)).isEqualTo(new History.Progress(0, 0, 0));
        assertThatThrownBy(() -> history.dossier(id)).hasMessageContaining(id.name());
        assertThatThrownBy(() -> history.page(id, 1)).hasMessageContaining(id.name());
    }

    @Test
    void theTimeIsTheDatabases() {
        assertThat(ledger.now())
                .isBetween(clock.instant().minusSeconds(5), clock.instant().plusSeconds(5));
    }

    @Test
    void theBacklogCountsWhatIsToBeDone() {
        publish(1);
        ItemId paused = drop(3);
        ItemId leased = drop(2);
        begin(leased, 1, Step.EXAMINE);
        finish(paused, 2, Step.EXAMINE, new Ending.Unavailable("disk", "The disk is full."));
        finish(paused, 3, Step.EXAMINE, Samples.accepted(3));
        History.Backlog backlog = history.backlog();
        assertThat(backlog.items()).containsExactlyEntriesOf(Map.of(ItemState.EXAMINING, 2));
        assertThat(backlog.ready()).isEqualTo(Map.of(Step.EXAMINE, 2));
        assertThat(backlog.leased()).isEqualTo(Map.of(Step.EXAMINE, 1));
        assertThat(backlog.pausing()).isEqualTo(Map.of(Step.EXAMINE, 1));
        assertThat(backlog.abandoned()).isEmpty();
        ledger.abandonAll();
        assertThat(history.backlog().abandoned()).isEqualTo(Map.of(Step.EXAMINE, 1));
    }

    @Test
    void theBacklogDoesNotWaitForTimesThatLieTooFarAhead() {
        ItemId id = drop(3);
        clock.pass(Duration.ofDays(1));
        begin(id, 1, Step.EXAMINE);
        finish(id, 2, Step.EXAMINE, new Ending.Unavailable("disk", "The disk is full."));
        clock.pass(Duration.ofDays(-1));
        History.Backlog backlog = history.backlog();
        assertThat(backlog.ready()).isEqualTo(Map.of(Step.EXAMINE, 3));
        assertThat(backlog.leased()).isEmpty();
        assertThat(backlog.pausing()).isEmpty();
    }

    @Test
    void thePulseIsWrittenAgainAndAgain() {
        ledger.pulse();
        ledger.pulse();
        assertThat(database.transactions()
                        .<Integer>read(
                                "test", session -> session.one("select count(*) from pulse", row -> row.getInt(1))))
                .isEqualTo(1);
    }
}
