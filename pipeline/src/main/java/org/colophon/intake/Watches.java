package org.colophon.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.colophon.item.Collection;
import org.colophon.port.Ledger;
import org.colophon.port.Watch;

/** Which inboxes this intake may admit from: those that no other intake of the same ledger watches. */
final class Watches {
    /** A look every few seconds need not write each time. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Ledger ledger;
    private final String holder;
    private final Clock clock;
    /** What is held, with when it was last lengthened. */
    private final Map<Watch, Instant> held = new ConcurrentHashMap<>();

    /** @param process for people: which process this is */
    Watches(Ledger ledger, Clock clock, String process) {
        this.ledger = ledger;
        this.clock = clock;
        // Two intakes of one process are two: neither may take what the other has.
        this.holder = process + "/" + UUID.randomUUID();
    }

    /** Takes the watch over a collection's inbox, unless it is held already; a sentence when another has it. */
    Optional<String> leftToAnother(Collection collection) {
        Instant lengthened = held.get(of(collection));
        if (lengthened != null) {
            Duration age = Duration.between(lengthened, clock.instant());
            if (!age.isNegative() && age.compareTo(FRESH) < 0) {
                return Optional.empty();
            }
        }
        return take(of(collection))
                .map(other -> "collection " + collection.name() + ": the inbox " + collection.inbox()
                        + " is watched by another Colophon (" + process(other)
                        + "); this one stands by, and takes over should that one end");
    }

    /** The watch over a collection's inbox, whoever has it now. */
    Watch of(Collection collection) {
        return new Watch(collection.inbox().toUri().toString(), holder);
    }

    /** Lengthens what is held, also while a long look is under way. */
    void renew() {
        held.keySet().forEach(this::take);
    }

    /** The ledger says that this one was lost: the next look has to take it anew. */
    void lost(Collection collection) {
        held.remove(of(collection));
    }

    /** Gives all back. */
    void end() {
        held.clear();
        ledger.endWatches(holder);
    }

    private Optional<String> take(Watch watch) {
        Instant now = clock.instant();
        Optional<String> other = ledger.watch(watch);
        if (other.isEmpty()) {
            held.put(watch, now);
        } else {
            held.remove(watch);
        }
        return other;
    }

    private static String process(String holder) {
        int end = holder.lastIndexOf('/');
        return end < 0 ? holder : holder.substring(0, end);
    }
}
