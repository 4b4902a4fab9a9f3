package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.colophon.port.Watch;
import org.colophon.port.WatchLostException;
import org.junit.jupiter.api.Test;

/** Who may admit from an inbox. */
abstract class WatchContract extends LedgerContract {
    private static final Watch MINE = new Watch("file:///inbox/", "mine");
    private static final Watch THEIRS = new Watch("file:///inbox/", "theirs");

    @Test
    void anInboxIsWatchedByOneAtATime() {
        assertThat(ledger.watch(MINE)).isEmpty();
        assertThat(ledger.watch(THEIRS)).contains("mine");
        assertThat(ledger.watch(MINE)).isEmpty();
        assertThat(ledger.watch(new Watch("file:///other/", "theirs"))).isEmpty();
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<String>>> asking = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Watch watch = new Watch("file:///inbox/", "intake " + i);
                asking.add(() -> ledger.watch(watch));
            }
            int got = 0;
            for (Future<Optional<String>> answer : threads.invokeAll(asking)) {
                got += answer.get().isEmpty() ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nobodyIsToldThatItIsFreeWhileAnotherGivesItBack() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger holders = new AtomicInteger();
        try {
            List<Callable<Integer>> coming = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Watch watch = new Watch("file:///inbox/", "intake " + i);
                coming.add(() -> comeAndGo(watch, holders));
            }
            for (Future<Integer> most : threads.invokeAll(coming)) {
                assertThat(most.get()).isLessThanOrEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Takes the watch and gives it back many times; the most that ever had it at once. */
    private int comeAndGo(Watch watch, AtomicInteger holders) {
        int most = 0;
        for (int round = 0; round < 100; round++) {
            if (ledger.watch(watch).isEmpty()) {
                most = Math.max(most, holders.incrementAndGet());
                holders.decrementAndGet();
                ledger.endWatches(watch.holder());
            }
        }
        return most;
    }

    @Test
    void aWatchThatIsNotLengthenedRunsOut() {
        ledger.watch(MINE);
        clock.pass(Duration.ofSeconds(50));
        ledger.watch(MINE);
        clock.pass(Duration.ofSeconds(50));
        assertThat(ledger.watch(THEIRS)).contains("mine");
        clock.pass(Duration.ofSeconds(11));
        assertThat(ledger.watch(THEIRS)).isEmpty();
        assertThat(ledger.watch(MINE)).contains("theirs");
    }

    @Test
    void aWatchTakenWhileTheClockWasADayAheadIsNotWaitedFor() {
        clock.pass(Duration.ofDays(1));
        ledger.watch(MINE);
        clock.pass(Duration.ofDays(-1));
        assertThat(ledger.watch(THEIRS)).isEmpty();
        assertThat(ledger.watch(MINE)).contains("theirs");
    }

    @Test
    void whoeverLostTheWatchAdmitsNothing() {
        ledger.watch(MINE);
        clock.pass(Duration.ofSeconds(61));
        ledger.watch(THEIRS);
        assertThatThrownBy(() -> ledger.admit(Samples.object(Samples.mint(), 1), MINE))
                .isInstanceOf(WatchLostException.class);
        assertThat(history.items()).isEmpty();
        assertThat(ledger.admit(Samples.object(Samples.mint(), 1), THEIRS)).hasSize(1);
    }

    @Test
    void aWatchGivenBackIsFreeAtOnce() {
        ledger.watch(MINE);
        ledger.endWatches("theirs");
        assertThat(ledger.watch(THEIRS)).contains("mine");
        ledger.endWatches("mine");
        assertThat(ledger.watch(THEIRS)).isEmpty();
    }

    @Test
    void theSoleOwnerOfAHomeFindsEveryWatchEnded() {
        ledger.watch(THEIRS);
        ledger.abandonAll();
        assertThat(ledger.watch(MINE)).isEmpty();
    }
}
