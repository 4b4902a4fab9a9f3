package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.Lease;
import org.junit.jupiter.api.Test;

/** Who may do a task, for how long, and who is rung for. */
abstract class LeaseContract extends LedgerContract {
    @Test
    void twoBeginsOfOneTaskGiveOneLease() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                Task task = new Task(drop(1), 1, Step.EXAMINE);
                Callable<Optional<Lease>> beginning = () -> ledger.begin(task, "test");
                int leases = 0;
                for (Future<Optional<Lease>> begun : threads.invokeAll(List.of(beginning, beginning, beginning))) {
                    leases += begun.get().isPresent() ? 1 : 0;
                }
                assertThat(leases).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLeaseLastsAsLongAsItIsRenewed() {
        ItemId id = drop(1);
        Lease lease = begin(id, 1, Step.EXAMINE);
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofSeconds(50));
            assertThat(ledger.renew(lease)).isTrue();
        }
        assertThat(ledger.begin(lease.task(), "other")).isEmpty();
        clock.pass(Duration.ofSeconds(61));
        Lease second = ledger.begin(lease.task(), "other").orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(ledger.renew(lease)).isFalse();
    }

    @Test
    void aFinishAfterLosingTheLeaseChangesNothing() {
        ItemId id = drop(1);
        Lease lost = begin(id, 1, Step.EXAMINE);
        clock.pass(Duration.ofSeconds(61));
        Lease held = begin(id, 1, Step.EXAMINE);
        int events = history.events(id).size();
        assertThat(ledger.finish(lost, Samples.refused(1, "cut off"))).isEmpty();
        assertThat(item(id).state()).isEqualTo(ItemState.EXAMINING);
        assertThat(history.events(id)).hasSize(events);
        assertThat(ledger.finish(held, Samples.accepted(1))).hasSize(1);
        assertThat(item(id).state()).isEqualTo(ItemState.RECOGNIZING);
    }

    @Test
    void abandonedWorkIsTakenUpAgain() {
        ItemId id = drop(1);
        Task task = new Task(id, 1, Step.EXAMINE);
        Lease dead = begin(id, 1, Step.EXAMINE);
        assertThat(dead.abandoned()).isFalse();
        assertThat(ledger.abandonAll()).isEqualTo(1);
        assertThat(ledger.abandonAll()).isZero();
        assertThat(ledger.ring(Duration.ofMinutes(5), PAGES_OF_ONE)).containsExactly(task);
        assertThat(ledger.finish(dead, Samples.accepted(1))).isEmpty();
        for (int died = 1; died < 9; died++) {
            assertThat(begin(id, 1, Step.EXAMINE).abandoned()).isTrue();
            clock.pass(Duration.ofSeconds(61));
        }
        assertThat(item(id).state()).isEqualTo(ItemState.EXAMINING);
        begin(id, 1, Step.EXAMINE);
        clock.pass(Duration.ofSeconds(61));
        assertThat(ledger.begin(task, "test")).isEmpty();
        assertThat(item(id).state()).isEqualTo(ItemState.SET_ASIDE);
    }

    @Test
    void ringGivesEachTaskOnceInAWhile() {
        List<ItemId> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(drop(6));
            clock.pass(Duration.ofMillis(5));
        }
        assertThat(ledger.ring(Duration.ofMinutes(1), PAGES_OF_ONE)).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        List<Task> rung = ledger.ring(Duration.ofMinutes(1), PAGES_OF_ONE);
        assertThat(rung).hasSize(3 * PAGES_OF_ONE).doesNotHaveDuplicates();
        assertThat(rung).allMatch(task -> task.page() <= PAGES_OF_ONE);
        assertThat(ledger.ring(Duration.ofMinutes(1), PAGES_OF_ONE)).isEmpty();
        Lease lease = begin(ids.get(0), 1, Step.EXAMINE);
        assertThat(ledger.finish(lease, Samples.accepted(1))).containsExactly(new Task(ids.get(0), 5, Step.EXAMINE));
        assertThat(ledger.ring(Duration.ofMinutes(1), PAGES_OF_ONE)).isEmpty();
    }

    @Test
    void ringTakesTheOldestItemFirst() {
        ItemId young = Samples.mint();
        ItemId old = Samples.mint();
        ledger.admit(Samples.at(Samples.object(young, 1), clock.instant()));
        ledger.admit(Samples.at(Samples.object(old, 1), clock.instant().minusSeconds(60)));
        clock.pass(Duration.ofMinutes(2));
        assertThat(ledger.ring(Duration.ofMinutes(1), PAGES_OF_ONE))
                .extracting(Task::item)
                .containsExactly(old, young);
    }
}
