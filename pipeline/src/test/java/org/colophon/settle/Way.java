package org.colophon.settle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colophon.intake.House;
import org.colophon.item.Fixity;
import org.colophon.item.Item;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.Verdict;
import org.colophon.port.Ending;
import org.colophon.port.Lease;
import org.colophon.port.StepResult;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Result;

/** Takes items along the way up to settle, by telling the real ledger what the steps between would have found. */
final class Way {
    private static final Fixity TEXT = new Fixity("0".repeat(128), "0".repeat(64), 0);

    private final House house;

    Way(House house) {
        this.house = house;
    }

    /** Waits until an object is taken in, then has it deposited. */
    Item deposited(String dropped) {
        house.lookUntilQuiet();
        deposit(house.item(dropped));
        return house.item(dropped);
    }

    void deposit(Item item) {
        acceptPages(item);
        for (int page = 1; page <= item.pageCount(); page++) {
            finish(
                    new Task(item.id(), page, Step.RECOGNIZE),
                    new StepResult.Recognized(TEXT, 17, 91, List.of("eng"), null));
        }
        finish(Task.of(item.id(), Step.PRESERVE), new StepResult.Deposited(1, "0".repeat(128), "a/b/c"));
    }

    /** Each with a warning. */
    void acceptPages(Item item) {
        for (int page = 1; page <= item.pageCount(); page++) {
            finish(new Task(item.id(), page, Step.EXAMINE), examined(Verdict.ACCEPTED, Finding.Level.WARN));
        }
    }

    /** One page, while others still wait. */
    void refusePage(Item item, int page) {
        Lease lease = house.ledger
                .begin(new Task(item.id(), page, Step.EXAMINE), "test")
                .orElseThrow();
        house.ledger.finish(lease, new Ending.Refused(examined(Verdict.REFUSED, Finding.Level.REJECT), List.of()));
    }

    void refusePages(Item item, Integer... pages) {
        Set<Integer> bad = Set.of(pages);
        for (int page = 1; page <= item.pageCount(); page++) {
            Task task = new Task(item.id(), page, Step.EXAMINE);
            if (bad.contains(page)) {
                Lease lease = house.ledger.begin(task, "test").orElseThrow();
                compareIfAsked(house.ledger.finish(
                        lease, new Ending.Refused(examined(Verdict.REFUSED, Finding.Level.REJECT), List.of())));
            } else {
                finish(task, examined(Verdict.ACCEPTED, Finding.Level.NOTE));
            }
        }
    }

    private static StepResult examined(Verdict verdict, Finding.Level level) {
        String text = level == Finding.Level.REJECT ? "it is cut off" : "no profile";
        return new StepResult.Examined(
                verdict,
                new Result.Examination(
                        null, null, List.of(new Finding("rule", level, text)), List.of(), List.of(), null),
                List.of());
    }

    private void finish(Task task, StepResult result) {
        Lease lease = house.ledger.begin(task, "test").orElseThrow(() -> new AssertionError(task + " is not ready"));
        compareIfAsked(house.ledger.finish(lease, new Ending.Done(result, List.of())));
    }

    private void compareIfAsked(List<Task> ready) {
        if (ready.stream().anyMatch(task -> task.step() == Step.EXAMINE && task.page() == 0)) {
            finish(ready.get(0), new StepResult.Compared(Map.of()));
        }
    }
}
