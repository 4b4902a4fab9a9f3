package org.colophon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.item.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines that share a ledger look at the same inbox. */
class TwoIntakesTest {
    private static final Duration LONG = House.QUIET.plusSeconds(10);

    @TempDir
    Path folder;

    private final List<Task> wokenBySecond = new ArrayList<>();
    private House house;
    private Intake first;
    private Intake second;

    @BeforeEach
    void open() throws IOException {
        house = new House(folder);
        first = house.restart();
        second = new Intake(
                house.ledger,
                house.history,
                house.workspace,
                house.workers,
                house.scanner,
                house.sources,
                wokenBySecond::addAll,
                List.of(house.collection),
                house.config,
                house.clock,
                new Random(8));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void look(Intake... intakes) {
        for (long gone = 0; gone <= LONG.toSeconds(); gone += 5) {
            for (Intake intake : intakes) {
                intake.renewWatches();
                intake.look();
            }
            house.clock.pass(Duration.ofSeconds(5));
        }
    }

    @Test
    void anObjectIsTakenInOnce() {
        house.scan("letter/1.tif");
        look(first, second);
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(wokenBySecond).isEmpty();
        assertThat(second.look().problems()).singleElement().satisfies(problem -> assertThat(problem)
                .contains("watched by another Colophon")
                .contains("stands by"));
    }

    @Test
    void theOneThatStandsByTakesOverWhenTheOtherIsGone() {
        house.scan("letter/1.tif");
        first.look();
        second.look();
        Item waiting = house.item();

        look(second);
        look(second);

        assertThat(house.item().id()).isEqualTo(waiting.id());
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(wokenBySecond).hasSize(1);
        assertThat(second.look().problems()).isEmpty();
    }

    @Test
    void itTakesOverAtOnceWhenTheOtherEndsInOrder() {
        first.look();
        second.look();
        first.endWatches();
        assertThat(second.look().problems()).isEmpty();
    }

    @Test
    void theOneThatSleptDoesNotAdmitWhatTheOtherTook() {
        house.scan("letter/1.tif");
        first.look();
        look(second);
        look(second);
        first.look();
        first.look();
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.woken).isEmpty();
    }
}
