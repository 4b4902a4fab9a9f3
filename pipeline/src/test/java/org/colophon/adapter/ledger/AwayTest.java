package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.colophon.port.Ending;
import org.colophon.port.Ledger;
import org.colophon.port.StepRunner;
import org.colophon.port.TaskMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of work when the ledger goes away in the middle of it. */
@Timeout(60)
class AwayTest extends LedgerContract {
    @TempDir
    Path home;

    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor();
    private final List<Ending> ended = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private String method = "";
    private int times;

    private StepRunner runner;

    @Override
    LedgerDatabase open() {
        return LedgerDatabase.sqlite(home.resolve("ledger.db"), clock);
    }

    @AfterEach
    void stopRenewals() {
        renewals.shutdownNow();
    }

    @Test
    void whatWasDoneIsCommittedOnceTheLedgerAnswersAgain() {
        ItemId id = drop(1);
        String message = TaskMessage.write(new Task(id, 1, Step.EXAMINE));
        away("finish", 2);
        meanwhile = () -> {
            // The lease runs out, and the sweeper rings again.
            clock.pass(Duration.ofSeconds(90));
            runner.run(message, lease -> new Ending.Failed("it must not be begun anew"));
        };
        runner.run(message, lease -> Samples.accepted(1));
        assertThat(item(id).state()).isEqualTo(ItemState.RECOGNIZING);
        assertThat(ended).hasSize(1);
        assertThat(asked).containsExactly("begin", "finish", "finish", "finish");
    }

    @Test
    void aMessageWaitsForTheLedger() {
        ItemId id = drop(1);
        away("begin", 2);
        runner.run(TaskMessage.write(new Task(id, 1, Step.EXAMINE)), lease -> Samples.accepted(1));
        assertThat(item(id).state()).isEqualTo(ItemState.RECOGNIZING);
    }

    @Test
    void aProcessThatStopsWaitsNoLonger() {
        ItemId id = drop(1);
        away("finish", Integer.MAX_VALUE);
        meanwhile = () -> runner.stop();
        runner.run(TaskMessage.write(new Task(id, 1, Step.EXAMINE)), lease -> Samples.accepted(1));
        assertThat(ended).isEmpty();
        assertThat(ledger.abandonAll()).isEqualTo(1);
    }

    /** Lets the first calls of a method fail. */
    private void away(String which, int howOften) {
        method = which;
        times = howOften;
        Ledger faulty = (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, called, arguments) -> {
                    asked.add(called.getName());
                    if (called.getName().equals(method) && times-- > 0) {
                        meanwhile.run();
                        throw new UnavailableException("database", "The database is away.", null);
                    }
                    try {
                        return called.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        runner = new StepRunner(faulty, tasks -> {}, renewals, "test", (task, ending, took) -> ended.add(ending));
    }
}
