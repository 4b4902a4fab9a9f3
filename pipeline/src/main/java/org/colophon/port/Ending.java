package org.colophon.port;

import java.util.List;
import org.colophon.item.Event;

/** How an attempt ended. An attempt whose process died ends as abandoned, by whoever finds its lease dead. */
public sealed interface Ending {

    /** The word for it in logs, metrics and the ledger. */
    String outcome();

    /** The work is done. */
    record Done(StepResult result, List<Event> events) implements Ending {
        public Done {
            events = List.copyOf(events);
        }

        @Override
        public String outcome() {
            return "done";
        }
    }

    /** The input is at fault: a verdict, no retry. */
    record Refused(StepResult result, List<Event> events) implements Ending {
        public Refused {
            events = List.copyOf(events);
        }

        @Override
        public String outcome() {
            return "refused";
        }
    }

    /**
     * The worker died, timed out or ran out of memory while we lived, or our own code failed. Counts; after three the
     * task is set aside (for recognition: the page is flagged as without text, and the item goes on).
     *
     * @param detail what happened, for the log and the archivist
     */
    record Failed(String detail) implements Ending {
        @Override
        public String outcome() {
            return "failed";
        }
    }

    /**
     * Something outside did not answer. Does not count; tried again with growing pauses.
     *
     * @param what the part that does not answer, one word
     * @param detail what happened
     */
    record Unavailable(String what, String detail) implements Ending {
        @Override
        public String outcome() {
            return "unavailable";
        }
    }
}
