package org.colophon.decisions;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.colophon.item.Agent;
import org.colophon.item.Description;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.ItemId;
import org.colophon.port.Ledger;
import org.colophon.port.TaskQueue;

/** What people decide. Each method refuses, with a sentence, what does not fit the item as it is now. */
public final class Decisions {
    private final Ledger ledger;
    private final TaskQueue queue;
    private final Clock clock;

    /** @param queue wakes who is to act; beside a running service nothing need be woken, its sweeper acts within seconds */
    public Decisions(Ledger ledger, TaskQueue queue, Clock clock) {
        this.ledger = ledger;
        this.queue = queue;
        this.clock = clock;
    }

    /** Takes up again what was set aside or failed. */
    public void retry(ItemId item, Agent who) {
        queue.wake(ledger.retry(
                item,
                event(
                        EventType.INGESTION_START,
                        "taken up again: what failed or was set aside is tried once more",
                        who)));
    }

    /** Gives an item back to the technician. */
    public void reject(ItemId item, String reason, Agent who) {
        Event event = Event.ofItem(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                EventType.INGESTION_END,
                Event.Outcome.FAILURE,
                "rejected: " + reason,
                who);
        queue.wake(ledger.reject(item, reason, event));
    }

    /** Has every page read again, in these languages; makes a new package version. */
    public void recognizeAgain(ItemId item, List<String> languages, Agent who) {
        String detail = "text to be recognized again in " + String.join(", ", languages);
        queue.wake(ledger.recognizeAgain(item, languages, event(EventType.METADATA_MODIFICATION, detail, who)));
    }

    /** Gives an item a new description; makes a new package version. */
    public void describeAgain(ItemId item, Description description, Agent who) {
        String detail = "descriptive metadata replaced: " + description.terms().size() + " statements";
        queue.wake(ledger.describeAgain(item, description, event(EventType.METADATA_MODIFICATION, detail, who)));
    }

    private Event event(EventType type, String detail, Agent who) {
        return Event.ofItem(clock.instant().truncatedTo(ChronoUnit.MILLIS), type, Event.Outcome.SUCCESS, detail, who);
    }
}
