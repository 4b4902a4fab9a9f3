package org.colophon.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.colophon.port.StepRunner.StepObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attempts whose watchers fail. The ledger is a stand-in that does not answer a question when it is first asked. */
class StepRunnerTest {
    private static final Task TASK = new Task(new ItemId("c1watched"), 1, Step.EXAMINE);
    private static final Ending ENDING = new Ending.Failed("only tried");

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<String> calls = new ArrayList<>();

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    private Ledger ledger() {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (self, method, arguments) -> {
                    boolean first = !calls.contains(method.getName());
                    calls.add(method.getName());
                    if (first) {
                        throw new UnavailableException("database", "away", null);
                    }
                    return method.getName().equals("begin") ? Optional.of(new Lease(TASK, 1, 1, 1, false)) : List.of();
                });
    }

    private void run(StepObserver observer) {
        StepRunner runner = new StepRunner(ledger(), tasks -> {}, clock, "test", observer, Duration.ofMillis(1));
        runner.run(TaskMessage.write(TASK), lease -> {
            calls.add("work");
            return ENDING;
        });
    }

    @Test
    void watchersThatFailDoNotAbandonTheAttempt() {
        List<Ending> ended = new ArrayList<>();
        run(new StepObserver() {
            @Override
            public void ended(Task task, Ending ending, Duration took) {
                ended.add(ending);
                throw new IllegalStateException("a defect of whoever watches");
            }

            @Override
            public void met(String where, UnavailableException trouble) {
                throw new IllegalStateException("a defect of whoever watches");
            }

            @Override
            public void over(String where) {
                throw new UnavailableException("database", "away for whoever watches", null);
            }
        });
        assertThat(calls).containsExactly("begin", "begin", "work", "finish", "finish");
        assertThat(ended).containsExactly(ENDING);
    }
}
