package org.colophon.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who works beside whom. The ledger is a stand-in that gives every task a lease: pages from 100 on were abandoned. */
class CompanyTest {
    private static final ItemId ITEM = new ItemId("c1company");

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService consumers = Executors.newFixedThreadPool(4);
    private final List<Integer> working = Collections.synchronizedList(new ArrayList<>());
    private final StepRunner runner = new StepRunner(ledger(), tasks -> {}, clock, "test", (task, ending, took) -> {});

    @AfterEach
    void stop() {
        consumers.shutdownNow();
        clock.shutdownNow();
    }

    private static Ledger ledger() {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (self, method, arguments) -> {
                    if (method.getName().equals("begin")) {
                        Task task = (Task) arguments[0];
                        return Optional.of(new Lease(task, task.page(), 1, 1, task.page() >= 100));
                    }
                    return method.getName().equals("renew") ? (Object) true : List.of();
                });
    }

    private Future<?> work(int page, CountDownLatch until) {
        return consumers.submit(() -> runner.run(TaskMessage.write(new Task(ITEM, page, Step.EXAMINE)), lease -> {
            working.add(page);
            try {
                until.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            working.remove(Integer.valueOf(page));
            return new Ending.Failed("only tried");
        }));
    }

    private void await(Integer... pages) throws InterruptedException {
        for (int i = 0; i < 200 && !List.copyOf(working).equals(List.of(pages)); i++) {
            Thread.sleep(20);
        }
        assertThat(working).containsExactly(pages);
    }

    @Test
    void anAbandonedPageRunsAlone() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch alone = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        Future<?> before = work(1, first);
        await(1);
        Future<?> abandoned = work(100, alone);
        Thread.sleep(200);
        assertThat(working).containsExactly(1);
        first.countDown();
        before.get(10, TimeUnit.SECONDS);
        await(100);
        Future<?> next = work(2, last);
        Thread.sleep(200);
        assertThat(working).containsExactly(100);
        alone.countDown();
        abandoned.get(10, TimeUnit.SECONDS);
        await(2);
        last.countDown();
        next.get(10, TimeUnit.SECONDS);
    }
}
