package org.colophon.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.colophon.item.ItemId;
import org.colophon.item.Noid;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private final List<String> said = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final Troubles troubles = new Troubles(said::add, nanos::get);
    private final Random random = new Random(1);
    private final ItemId item = Noid.mint("99999", random);
    private final ItemId other = Noid.mint("99999", random);

    @Test
    void oneStuckItemIsToldOnceWhileOthersGoOn() {
        Task stuck = Task.of(item, Step.SETTLE);
        troubles.met(stuck, "disk", "The folder cannot be written.");
        troubles.over(Task.of(other, Step.SETTLE));
        troubles.met(stuck, "disk", "The folder cannot be written.");
        assertThat(troubles.first()).isEqualTo("The folder cannot be written.");
        troubles.over(stuck);
        assertThat(troubles.first()).isNull();
        assertThat(said)
                .containsExactly(
                        "Waiting: The folder cannot be written. Nothing is lost; work goes on by itself.", "Going on.");
    }

    @Test
    void eachCauseIsToldOnceAndTheEndOfAllOnce() {
        troubles.met("sweep", "database", "The database is away.");
        troubles.met("intake", "database", "The database is away.");
        troubles.met(Task.of(item, Step.PRESERVE), "store", "The store is away.");
        troubles.over("sweep");
        troubles.over("intake");
        troubles.over("intake");
        troubles.over(Task.of(item, Step.PRESERVE));
        assertThat(said).hasSize(3).last().isEqualTo("Going on.");
    }

    @Test
    void aRejectedItemWaitsForNothingAnyMore() {
        troubles.met(new Task(item, 1, Step.EXAMINE), "disk", "The disk is full.");
        troubles.over(Task.of(item, Step.SETTLE));
        assertThat(troubles.first()).isNull();
    }

    @Test
    void whatIsNotMetAgainIsForgotten() {
        Task elsewhere = Task.of(item, Step.PRESERVE);
        Task here = Task.of(other, Step.PRESERVE);
        troubles.met(elsewhere, "store", "The store is away.");
        pass(Troubles.LONGEST_SILENCE.minusSeconds(1));
        troubles.met(here, "store", "The store is away.");
        pass(Duration.ofSeconds(2));
        assertThat(troubles.standing("store")).isTrue();
        pass(Troubles.LONGEST_SILENCE);
        assertThat(troubles.standing("store")).isFalse();
        assertThat(said).hasSize(2).last().isEqualTo("Going on.");
    }

    @Test
    void aPartThatIsBackHoldsNoTaskUpButItsNeighborsStillDo() {
        troubles.met(Task.of(item, Step.PRESERVE), "store", "The store is away.");
        troubles.met(Task.of(other, Step.SETTLE), "disk", "The disk is full.");
        troubles.back("store");
        assertThat(troubles.standing("store")).isFalse();
        assertThat(troubles.standing("disk")).isTrue();
        assertThat(troubles.first()).isEqualTo("The disk is full.");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
