package org.colophon.adapter.ledger;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.Ending;
import org.colophon.port.Lease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A real ledger for each test, and the words in which tests speak of it. Each contract runs on every database. */
abstract class LedgerContract {
    static final int PAGES_OF_ONE = 4;

    final MovingClock clock = new MovingClock();
    LedgerDatabase database;
    SqlLedger ledger;
    SqlHistory history;

    /** An empty ledger whose time is the clock's. */
    abstract LedgerDatabase open() throws IOException;

    @BeforeEach
    void openLedger() throws IOException {
        database = open();
        ledger = new SqlLedger(database, Samples.COLOPHON, PAGES_OF_ONE);
        history = new SqlHistory(database);
    }

    @AfterEach
    void closeLedger() {
        database.close();
    }

    /** Admits an object of so many pages. */
    ItemId drop(int pages) {
        ItemId id = Samples.mint();
        ledger.admit(Samples.object(id, pages));
        return id;
    }

    Lease begin(ItemId id, int page, Step step) {
        return ledger.begin(new Task(id, page, step), "test").orElseThrow();
    }

    /** What is ready then; where that is the comparison of the pages, it finds nothing, and what is ready after it. */
    List<Task> finish(ItemId id, int page, Step step, Ending ending) {
        List<Task> ready = ledger.finish(begin(id, page, step), ending);
        return ready.equals(List.of(Task.of(id, Step.EXAMINE)))
                ? ledger.finish(begin(id, 0, Step.EXAMINE), Samples.compared())
                : ready;
    }

    void examineAll(ItemId id, int pages) {
        for (int page = 1; page <= pages; page++) {
            finish(id, page, Step.EXAMINE, Samples.accepted(page));
        }
    }

    void recognizeAll(ItemId id, int pages) {
        for (int page = 1; page <= pages; page++) {
            finish(id, page, Step.RECOGNIZE, Samples.read(page));
        }
    }

    /** An item that went the whole way. */
    ItemId publish(int pages) {
        ItemId id = drop(pages);
        examineAll(id, pages);
        recognizeAll(id, pages);
        finish(id, 0, Step.PRESERVE, Samples.deposited(1));
        finish(id, 0, Step.SETTLE, Samples.settled(null));
        finish(id, 0, Step.PUBLISH, Samples.published());
        return id;
    }

    void fail(ItemId id, int page, Step step, int times) {
        for (int i = 0; i < times; i++) {
            finish(id, page, step, new Ending.Failed("worker ended with 137"));
            clock.pass(Duration.ofMinutes(11));
        }
    }

    Item item(ItemId id) {
        return history.item(id).orElseThrow();
    }
}
