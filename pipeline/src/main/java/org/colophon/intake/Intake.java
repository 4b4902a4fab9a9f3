package org.colophon.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.colophon.intake.Completeness.Trust;
import org.colophon.item.Collection;
import org.colophon.item.FileSeen;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.Note;
import org.colophon.item.Source.Origin;
import org.colophon.item.UnavailableException;
import org.colophon.port.Admission;
import org.colophon.port.History;
import org.colophon.port.Ledger;
import org.colophon.port.Sources;
import org.colophon.port.Sources.Kind;
import org.colophon.port.TaskQueue;
import org.colophon.port.Unsettled;
import org.colophon.port.Waiting;
import org.colophon.port.Workers;
import org.colophon.port.Workspace;

/** Watches the inboxes by looking at them whole, again and again; no notification is relied on. */
public final class Intake {
    private final Ledger ledger;
    private final History history;
    private final Workers workers;
    private final Sources sources;
    private final TaskQueue queue;
    private final List<Collection> collections;
    private final IntakeConfig config;
    private final Clock clock;

    private final Candidates candidates;
    private final Completeness completeness;
    private final Admitting admitting;
    private final StatusBoard board;
    private final Commanded commanded;

    /** @param collections whose inboxes are watched; none for the one-shot command */
    public Intake(
            Ledger ledger,
            History history,
            Workspace workspace,
            Workers workers,
            Sources sources,
            TaskQueue queue,
            List<Collection> collections,
            IntakeConfig config,
            Clock clock,
            RandomGenerator random) {
        this.ledger = ledger;
        this.history = history;
        this.workers = workers;
        this.sources = sources;
        this.queue = queue;
        this.collections = List.copyOf(collections);
        this.config = config;
        this.clock = clock;
        this.candidates = new Candidates(ledger, workspace, config.naan(), random);
        this.completeness = new Completeness(sources, config);
        this.admitting = new Admitting(ledger, workspace, workers, sources, config);
        this.commanded = new Commanded(sources);
        this.board = new StatusBoard(sources, this.collections);
    }

    /**
     * Looks once at every inbox, and admits what is whole. Called every few seconds.
     *
     * @throws UnavailableException when the ledger does not answer; nothing was touched, the inboxes' STATUS.txt says so
     */
    public synchronized Look look() {
        Instant now = clock.instant();
        List<String> problems = new ArrayList<>();
        try {
            candidates.adopt(history);
            Map<String, Unsettled> held = held();
            Lookout lookout = watch(now, held, problems);
            int admitted = 0;
            Runnable show = () -> showAll(lookout, held, now, problems);
            for (Candidate candidate : candidates.smallestFirst()) {
                admitted += admit(candidate, now, problems, show) ? 1 : 0;
            }
            clearMarkers(lookout, problems);
            showAll(lookout, admitted > 0 ? held() : held, now, problems);
            return new Look(candidates.all().size(), admitted, problems);
        } catch (UnavailableException e) {
            board.trouble(e.getMessage(), problems);
            throw e;
        }
    }

    /**
     * Takes what was named on the command line. Each is taken to be complete, unless its pages are not whole or it
     * changes while it is read: then it waits, {@link #waiting} tells why, and later looks go on with it.
     *
     * @param each whether the children of each path are the objects
     * @return the items, in the order of the paths; of what an earlier run took in and did not settle, that item
     * @throws NothingThereException when a path leads nowhere
     */
    public synchronized List<ItemId> take(List<Path> paths, boolean each, Collection collection) {
        List<Path> objects = commanded.add(paths, each, collection);
        look();
        return commanded.items(objects);
    }

    /** What was named on the command line and is not admitted: a line an object, with the reason. */
    public synchronized List<String> waiting() {
        return candidates.all().stream()
                .filter(Candidate::byCommand)
                .map(candidate -> Note.oneLine(candidate.source().path().name()) + ": " + candidate.reason())
                .toList();
    }

    private Map<String, Unsettled> held() {
        Map<String, Unsettled> held = new HashMap<>();
        ledger.unsettled().forEach(one -> held.put(one.item().source().path().uri(), one));
        return held;
    }

    private Lookout watch(Instant now, Map<String, Unsettled> held, List<String> problems) {
        Lookout lookout = new Lookout(sources);
        Set<String> unlisted = new HashSet<>();
        for (Collection collection : collections) {
            try {
                lookout.inbox(collection);
            } catch (IOException e) {
                problems.add("collection " + collection.name() + ": " + e.getMessage());
                unlisted.add(collection.name());
            }
        }
        commanded.look(lookout);
        Set<String> seen = new HashSet<>();
        for (Sighting sighting : lookout.sightings()) {
            if (commanded.known(sighting) && candidates.at(sighting.key()).isEmpty()) {
                continue;
            }
            seen.add(sighting.key());
            if (held.containsKey(sighting.key())) {
                commanded.became(sighting, held.get(sighting.key()).item().id());
            } else {
                commanded.became(sighting, keptBefore(sighting).orElseGet(() -> candidates
                        .seen(sighting, now)
                        .id()));
            }
        }
        candidates.forgetAllBut(
                seen,
                item -> lookedFor(item, unlisted),
                candidate -> candidate.byCommand()
                        || !unlisted.contains(candidate.collection().name()));
        return lookout;
    }

    /** What an earlier run of the same command deposited from here, if nothing has changed since. */
    private Optional<ItemId> keptBefore(Sighting sighting) {
        if (sighting.source().origin() != Origin.COMMAND) {
            return Optional.empty();
        }
        Set<FileSeen> now =
                sighting.survey().files().stream().map(Sources.Found::seen).collect(Collectors.toSet());
        return ledger.archivedFrom(sighting.source().path())
                .filter(before -> before.seen().stream()
                        // The object's own folder has no path inside itself.
                        .filter(one ->
                                !one.path().isEmpty() || sighting.survey().kind() == Kind.FILE)
                        .collect(Collectors.toSet())
                        .equals(now))
                .map(before -> before.item().id());
    }

    private boolean lookedFor(Item item, Set<String> unlisted) {
        return item.source().origin() == Origin.COMMAND
                || (collections.stream().anyMatch(one -> one.name().equals(item.collection()))
                        && !unlisted.contains(item.collection()));
    }

    private boolean admit(Candidate candidate, Instant now, List<String> problems, Runnable show) {
        if (now.isBefore(candidate.notBefore())) {
            return false;
        }
        try {
            Trust trust = completeness.judge(candidate, now);
            if (trust instanceof Trust.NotYet notYet) {
                tell(candidate, notYet.reason(), true);
                return false;
            }
            Admitting.Outcome outcome = admitting.consider(candidate, trust, now, () -> {
                tell(candidate, "it is being read in", false);
                show.run();
            });
            if (outcome instanceof Admitting.Outcome.Waits waits) {
                tell(candidate, waits.reason(), false);
                return false;
            }
            write(candidate, ((Admitting.Outcome.Admits) outcome).admission(), problems);
            return true;
        } catch (UnavailableException e) {
            if (e.what().equals("database")) {
                throw e;
            }
            problems.add(e.getMessage());
            tell(candidate, e.getMessage(), false);
            return false;
        } catch (RuntimeException e) {
            // A defect met with one object must not keep its neighbors waiting.
            problems.add(candidate.source().path().display() + " could not be taken in: " + e);
            tell(candidate, "Colophon failed over it and tries again; tell whoever runs it: " + e, false);
            return false;
        }
    }

    private void tell(Candidate candidate, String reason, boolean settling) {
        if (candidate.waits(reason, settling)) {
            ledger.sighted(new Waiting(
                    candidate.id(),
                    candidate.id().ark(config.naan()),
                    candidate.collection().name(),
                    candidate.source(),
                    reason,
                    candidate.first()));
        }
    }

    private void write(Candidate candidate, Admission admission, List<String> problems) {
        queue.wake(ledger.admit(admission));
        candidates.remove(candidate.source().path().uri());
        if (!candidate.byCommand() && candidate.survey().kind() == Kind.FOLDER) {
            clear(candidate.survey().root(), problems);
        }
    }

    /** A batch's marker has served when none of its children waits any more. */
    private void clearMarkers(Lookout lookout, List<String> problems) {
        for (Path batch : lookout.readyBatches()) {
            if (candidates.all().stream().noneMatch(one -> one.survey().root().startsWith(batch))) {
                clear(batch, problems);
            }
        }
    }

    private void clear(Path folder, List<String> problems) {
        try {
            sources.clear(folder.resolve(".ready"));
        } catch (IOException e) {
            problems.add("the marker .ready in " + folder + " cannot be removed: " + e.getMessage());
        }
    }

    private void showAll(Lookout lookout, Map<String, Unsettled> held, Instant now, List<String> problems) {
        StatusLines lines = new StatusLines(history, workers);
        for (Collection collection : collections) {
            List<String> all = new ArrayList<>();
            for (Sighting sighting : lookout.sightings()) {
                Unsettled unsettled = held.get(sighting.key());
                boolean here = sighting.collection().equals(collection)
                        && sighting.source().origin() == Origin.INBOX;
                if (here && unsettled != null) {
                    all.add(lines.of(
                            unsettled,
                            !Set.copyOf(unsettled.seen())
                                    .equals(Set.copyOf(sighting.survey().seen()))));
                } else if (here) {
                    candidates.at(sighting.key()).ifPresent(one -> all.add(StatusLines.of(one, now)));
                }
            }
            all.sort(new NaturalOrder());
            all.addAll(lookout.lines(collection));
            board.show(collection, all, problems);
        }
    }
}
