package org.colophon.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.colophon.item.Access;
import org.colophon.item.Agent;
import org.colophon.item.Description;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.FileSeen;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.item.Noid;
import org.colophon.item.Page;
import org.colophon.item.Source;
import org.colophon.item.SourcePath;
import org.colophon.item.StoredFile;
import org.colophon.item.Task;
import org.colophon.item.Verdict;
import org.colophon.port.Admission;
import org.colophon.port.Ending;
import org.colophon.port.Lease;
import org.colophon.port.Ledger;
import org.colophon.port.StepResult;
import org.colophon.worker.protocol.Result.Examination;

/** Fills a ledger with published items of one page that exist nowhere else, by the very calls that real ones make. */
final class LedgerFilling {
    private static final Agent BENCH = Agent.colophon("bench");

    private final Ledger ledger;
    private final String naan;
    private final RandomGenerator random = RandomGenerator.getDefault();

    LedgerFilling(Ledger ledger, String naan) {
        this.ledger = ledger;
        this.naan = naan;
    }

    /** Adds so many items. */
    void add(int items) throws InterruptedException {
        for (int i = 0; i < items; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            one();
        }
    }

    private void one() {
        Deque<Task> open = new ArrayDeque<>(ledger.admit(admission(Noid.mint(naan, random))));
        while (!open.isEmpty()) {
            Task task = open.remove();
            Optional<Lease> lease = ledger.begin(task, "bench");
            if (lease.isPresent()) {
                open.addAll(ledger.finish(lease.get(), new Ending.Done(result(task), List.of(event(task.page())))));
            }
        }
    }

    private Admission admission(ItemId id) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Fixity fixity = new Fixity(digits(128), digits(64), 1_000);
        return new Admission(
                id,
                id.ark(naan),
                "default",
                new Source(new SourcePath("file:///bench/" + id + ".tif"), Source.Origin.COMMAND),
                "Filling " + id,
                List.of("en"),
                Description.NONE,
                Access.OPEN,
                null,
                digits(128),
                List.of(new StoredFile(1, StoredFile.Role.MASTER, id + ".tif", "tif", fixity, now)),
                List.of(new Page(1, 1, 0, id + ".tif", null, null)),
                List.of(new FileSeen("", 1_000, 0, "")),
                List.of(event(0)),
                now,
                new Admission.Decision.Examine());
    }

    private static Event event(int page) {
        return Event.ofPage(
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                EventType.VALIDATION,
                page,
                Event.Outcome.SUCCESS,
                "filling of the ledger, to see whether a full one is slower",
                BENCH);
    }

    private StepResult result(Task task) {
        return switch (task.step()) {
            case EXAMINE ->
                task.page() == 0
                        ? new StepResult.Compared(Map.of())
                        : new StepResult.Examined(
                                Verdict.ACCEPTED,
                                new Examination(null, null, List.of(), List.of(), List.of(), null),
                                List.of());
            case RECOGNIZE -> new StepResult.Recognized(null, 0, null, List.of(), null);
            case PRESERVE -> new StepResult.Deposited(1, digits(128), "bench");
            case SETTLE -> new StepResult.Settled(null, null);
            case PUBLISH -> new StepResult.Published(false);
        };
    }

    private String digits(int many) {
        StringBuilder digits = new StringBuilder(many);
        while (digits.length() < many) {
            digits.append(Integer.toHexString(random.nextInt(16)));
        }
        return digits.toString();
    }
}
