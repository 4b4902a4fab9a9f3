package org.colophon.item;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Something that happened to an item or a page of it (PREMIS 3 §2, event entity). Immutable, with an identity of its
 * own, so that a package written twice from the ledger has the same bytes.
 *
 * @param at when, to the millisecond
 * @param page number of the page from 1, or 0 for the whole item
 * @param detail one line
 */
public record Event(UUID id, Instant at, EventType type, int page, Outcome outcome, String detail, Agent agent) {

    /** Outcome terms of the vocabulary. */
    public enum Outcome {
        SUCCESS,
        WARNING,
        FAILURE;

        /** The vocabulary's term. */
        public String term() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The outcome with this term. */
        public static Outcome of(String term) {
            return valueOf(term.toUpperCase(Locale.ROOT));
        }
    }

    /** A new event of a page. */
    public static Event ofPage(Instant at, EventType type, int page, Outcome outcome, String detail, Agent agent) {
        return new Event(UUID.randomUUID(), at, type, page, outcome, detail, agent);
    }

    /** A new event of the whole item. */
    public static Event ofItem(Instant at, EventType type, Outcome outcome, String detail, Agent agent) {
        return ofPage(at, type, 0, outcome, detail, agent);
    }
}
