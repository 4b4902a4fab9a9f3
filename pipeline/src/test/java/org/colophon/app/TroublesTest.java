package org.colophon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colophon.item.ItemId;
import org.colophon.item.Noid;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private final List<String> said = new ArrayList<>();
    private final Troubles troubles = new Troubles(said::add);
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
}
