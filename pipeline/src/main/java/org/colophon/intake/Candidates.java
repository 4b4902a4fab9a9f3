package org.colophon.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Noid;
import org.colophon.port.History;
import org.colophon.port.Ledger;
import org.colophon.port.Workspace;

/** The objects that wait, by where they lie; with the names they were given at first sight, by this process or the last. */
final class Candidates {
    private static final int MOST_ADOPTED = 100_000;

    private final Ledger ledger;
    private final Workspace workspace;
    private final IntakeConfig config;
    private final RandomGenerator random;
    private final Map<String, Candidate> byKey = new LinkedHashMap<>();
    private Map<String, Item> known;

    Candidates(Ledger ledger, Workspace workspace, IntakeConfig config, RandomGenerator random) {
        this.ledger = ledger;
        this.workspace = workspace;
        this.config = config;
        this.random = random;
    }

    /** Remembers, once, what an earlier process saw waiting. */
    void adopt(History history) {
        if (known == null) {
            Map<String, Item> waiting = new HashMap<>();
            history.items(List.of(ItemState.WAITING), 0, MOST_ADOPTED).stream()
                    .filter(item -> !byKey.containsKey(item.source().path().uri()))
                    .forEach(item -> waiting.put(item.source().path().uri(), item));
            known = waiting;
        }
    }

    /** Forgets what it remembers of earlier processes: another watched meanwhile, and knows better. */
    void adoptAgain() {
        known = null;
    }

    /** Leaves a collection's objects to another who watches its inbox by now. */
    void leave(String collection) {
        byKey.values()
                .removeIf(one -> !one.byCommand() && one.collection().name().equals(collection));
        known.values().removeIf(item -> item.collection().equals(collection));
    }

    /** The candidate of a sighting, brought up to date. */
    Candidate seen(Sighting sighting, Instant now) {
        Candidate candidate = byKey.computeIfAbsent(sighting.key(), key -> meet(sighting, now));
        boolean copied = candidate.copies() != null;
        if (candidate.seen(sighting.survey(), sighting.metadata(), now) && copied) {
            workspace.release(candidate.id());
        }
        return candidate;
    }

    private Candidate meet(Sighting sighting, Instant now) {
        Item earlier = known.remove(sighting.key());
        if (earlier == null) {
            return new Candidate(
                    Noid.mint(config.naan(), random), sighting.source(), sighting.collection(), now, config);
        }
        // Whatever the process before copied may be of another state of the object.
        workspace.release(earlier.id());
        return new Candidate(earlier.id(), sighting.source(), sighting.collection(), earlier.createdAt(), config);
    }

    /** Those that were not seen again and, as far as one can tell, are gone. */
    void forgetAllBut(Set<String> seen, Predicate<Item> lookedFor, Predicate<Candidate> missed) {
        for (Map.Entry<String, Candidate> entry : List.copyOf(byKey.entrySet())) {
            if (!seen.contains(entry.getKey()) && missed.test(entry.getValue())) {
                forget(entry.getValue().id());
                byKey.remove(entry.getKey());
            }
        }
        for (Item item : List.copyOf(known.values())) {
            if (lookedFor.test(item)) {
                forget(item.id());
                known.remove(item.source().path().uri());
            }
        }
    }

    private void forget(ItemId id) {
        ledger.forget(id);
        workspace.release(id);
    }

    void remove(String key) {
        byKey.remove(key);
    }

    /** Smallest first: a letter need not wait while a book is read in. */
    List<Candidate> smallestFirst() {
        List<Candidate> all = new ArrayList<>(byKey.values());
        all.sort(Comparator.comparingLong(candidate -> candidate.survey().bytes()));
        return all;
    }

    Optional<Candidate> at(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Collection<Candidate> all() {
        return byKey.values();
    }
}
