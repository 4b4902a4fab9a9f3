package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.port.DecisionRefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many items, four workers with bad luck, a sweeper: whatever happens, nothing is lost and nothing is done twice. */
abstract class CrowdContract extends LedgerContract {
    private static final int ITEMS = 15;
    private static final int WORKERS = 4;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @ParameterizedTest
    @ValueSource(longs = {7, 42})
    void noTaskIsLostOrDoneTwice(long seed) throws Exception {
        Crowd crowd = new Crowd(ledger, clock);
        Random luck = new Random(seed);
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS + 1);
        List<Future<Void>> running = new ArrayList<>();
        try {
            List<ItemId> ids = IntStream.range(0, ITEMS)
                    .mapToObj(i -> drop(1 + luck.nextInt(9)))
                    .toList();
            running.add(threads.submit(() -> crowd.sweep(new Random(seed * 31))));
            for (int worker = 0; worker < WORKERS; worker++) {
                long own = seed * 1000 + worker;
                running.add(threads.submit(() -> crowd.work("worker " + own, new Random(own))));
            }
            awaitEnd(ids, crowd, luck);
        } finally {
            crowd.end();
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        for (Future<Void> thread : running) {
            thread.get();
        }
        for (Item item : history.items()) {
            eachPageOnce(item);
        }
        clock.pass(Duration.ofDays(1));
        assertThat(ledger.ring(Duration.ZERO, PAGES_OF_ONE)).isEmpty();
        assertThat(ledger.unsettled()).isEmpty();
        assertThat(ledger.openPages()).isZero();
    }

    private void awaitEnd(List<ItemId> ids, Crowd crowd, Random luck) throws InterruptedException {
        Instant deadline = Instant.now().plus(LONGEST);
        List<ItemId> open = new ArrayList<>(ids);
        while (!open.isEmpty()) {
            assertThat(Instant.now())
                    .as("still not through: %s", open.stream().map(this::item).toList())
                    .isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
            open.removeIf(id -> through(id, crowd, luck));
        }
    }

    private boolean through(ItemId id, Crowd crowd, Random luck) {
        Item item = item(id);
        if (item.state() == ItemState.SET_ASIDE) {
            try {
                crowd.wake(ledger.retry(id, Samples.decided("again")), luck);
            } catch (DecisionRefusedException e) {
                assertThat(item(id).state()).isNotEqualTo(ItemState.SET_ASIDE);
            }
        }
        return switch (item.state()) {
            case PUBLISHED -> true;
            case REJECTED ->
                ledger.unsettled().stream().noneMatch(open -> open.item().id().equals(id));
            default -> false;
        };
    }

    private void eachPageOnce(Item item) {
        Map<String, Integer> counts = new HashMap<>();
        for (Event event : history.events(item.id())) {
            counts.merge(event.type().term() + " " + event.page(), 1, Integer::sum);
        }
        boolean published = item.state() == ItemState.PUBLISHED;
        for (int page = 1; page <= item.pageCount(); page++) {
            assertThat(counts).containsEntry(EventType.VALIDATION.term() + " " + page, 1);
            if (published) {
                assertThat(counts).containsEntry(EventType.CREATION.term() + " " + page, 1);
            }
        }
        assertThat(counts.getOrDefault(EventType.INGESTION_END.term() + " 0", 0))
                .isEqualTo(published ? 1 : 0);
        assertThat(history.progress(item.id()).examined()).isEqualTo(item.pageCount());
        assertThat(history.progress(item.id()).recognized()).isEqualTo(published ? item.pageCount() : 0);
    }
}
