package org.colophon.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.colophon.item.Noid;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VitalsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration NONE = Duration.ZERO;
    private static final Task TASK = Task.of(Noid.mint("99999", new Random(1)), Step.PRESERVE);

    private final Troubles troubles = new Troubles(said -> {});
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<PartQuestion> store = new AtomicReference<>(() -> {});
    private final AtomicReference<PartQuestion> disk = new AtomicReference<>(() -> {});
    private Vitals vitals;

    @AfterEach
    void stop() {
        vitals.close();
    }

    private void watch(Duration fresh, Duration patience) {
        Map<Part, PartQuestion> questions = Map.of(
                Part.STORE,
                () -> {
                    asked.incrementAndGet();
                    store.get().ask();
                },
                Part.DISK,
                () -> disk.get().ask());
        vitals = new Vitals(questions, troubles, fresh, patience);
    }

    private static void away() {
        throw new UnavailableException("store", "the store is away", null);
    }

    @Test
    void aPartIsDownWhileItDoesNotAnswerAndItsNeighborsAreNot() {
        watch(NONE, LONG);
        store.set(VitalsTest::away);
        assertThat(vitals.up(Part.STORE)).isFalse();
        assertThat(vitals.up(Part.DISK)).isTrue();
        store.set(() -> {});
        assertThat(vitals.up(Part.STORE)).isTrue();
    }

    @Test
    void aPageOfMonitorsAsksOnce() {
        watch(LONG, LONG);
        for (int i = 0; i < 100; i++) {
            assertThat(vitals.up(Part.STORE)).isTrue();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aPartThatHangsIsDownAndKeepsNobodyWaiting() {
        watch(NONE, Duration.ofMillis(300));
        CountDownLatch hanging = new CountDownLatch(1);
        store.set(hanging::await);
        disk.set(hanging::await);
        long from = System.nanoTime();
        assertThat(vitals.up(Part.STORE)).isFalse();
        assertThat(vitals.up(Part.DISK)).isFalse();
        for (int i = 0; i < 100; i++) {
            assertThat(vitals.up(Part.STORE)).isFalse();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
        assertThat(asked).hasValue(1);
        store.set(() -> {});
        hanging.countDown();
        assertThat(eventually(Part.STORE)).isTrue();
    }

    @Test
    void whatATaskMetTurnsItsPartRedThoughItAnswers() {
        watch(NONE, LONG);
        troubles.met(TASK, "store", "The store has no room.");
        assertThat(vitals.up(Part.STORE)).isFalse();
        assertThat(vitals.up(Part.DISK)).isTrue();
        troubles.over(TASK);
        assertThat(vitals.up(Part.STORE)).isTrue();
    }

    @Test
    void aPartThatWasAwayIsGreenBeforeTheTasksItHeldUpAreTriedAgain() {
        watch(NONE, LONG);
        store.set(VitalsTest::away);
        troubles.met(TASK, "store", "The store is away.");
        assertThat(vitals.up(Part.STORE)).isFalse();
        store.set(() -> {});
        assertThat(vitals.up(Part.STORE)).isTrue();
    }

    private boolean eventually(Part part) {
        for (int i = 0; i < 100 && !vitals.up(part); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return vitals.up(part);
    }
}
