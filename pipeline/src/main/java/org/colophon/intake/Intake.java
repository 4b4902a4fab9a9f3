package org.colophon.intake;

import java.io.IOException;
import java.lang.management.ManagementFactory;
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
import org.colophon.port.VirusScanner;
import org.colophon.port.Waiting;
import org.colophon.port.WatchLostException;
import org.colophon.port.Workers;
import org.colophon.port.Workspace;

/** Watches the inboxes by looking at them whole, again and again; no notification is relied on. */
public final class Intake {
    private final Ledger ledger;
    private final History history;
    private final Sources sources;
    private final TaskQueue queue;
    private final IntakeConfig config;
    private final Clock clock;
    /** What kept an object from being taken in at the look under way. */
    private UnavailableException away;

    private final Candidates candidates;
    private final Completeness completeness;
    private final Admitting admitting;
    private final StatusBoard board;
    private final Commanded commanded;
    private final Watches watches;
    private final Inboxes inboxes;

    /** @param collections whose inboxes are watched; none for the one-shot command */
    public Intake(
            Ledger ledger,
            History history,
            Workspace workspace,
            Workers workers,
            VirusScanner scanner,
            Sources sources,
            TaskQueue queue,
            List<Collection> collections,
            IntakeConfig config,
            Clock clock,
            RandomGenerator random) {
        this.ledger = ledger;
        this.history = history;
        this.sources = sources;
        this.queue = queue;
        this.config = config;
        this.clock = clock;
        this.candidates = new Candidates(ledger, workspace, config, random);
        this.completeness = new Completeness(sources, config);
        this.admitting = new Admitting(ledger, workspace, workers, scanner, sources, config);
        this.commanded = new Commanded(sources);
        this.board = new StatusBoard(sources, history, workers, candidates);
        this.watches =
                new Watches(ledger, clock, ManagementFactory.getRuntimeMXBean().getName());
        this.inboxes = new Inboxes(List.copyOf(collections), watches);
    }

    /**
     * Looks once at every inbox, and admits what is whole. Called every few seconds.
     *
     * @throws UnavailableException when the ledger does not answer; nothing was touched, the inboxes' STATUS.txt says so
     */
    public synchronized Look look() {
        Instant now = clock.instant();
        List<String> problems = new ArrayList<>();
        away = null;
        admitting.begin();
        try {
            if (inboxes.takeWatches(problems)) {
                candidates.adoptAgain();
            }
            candidates.adopt(history);
            Map<String, Unsettled> held = held();
            Lookout lookout = watch(now, held, problems);
            int admitted = 0;
            Runnable show = () -> board.show(inboxes.watched(), lookout, held, now, problems);
            for (Candidate candidate : candidates.smallestFirst()) {
                admitted += admit(candidate, now, problems, show) ? 1 : 0;
            }
            clearMarkers(lookout, problems);
            board.show(inboxes.watched(), lookout, admitted > 0 ? held() : held, now, problems);
            return new Look(candidates.all().size(), admitted, problems, away);
        } catch (UnavailableException e) {
            board.trouble(inboxes.watched(), e.getMessage(), problems);
            throw e;
        }
    }

    /**
     * Lengthens the watch over the inboxes, beside a look that may take long: to be called every few seconds.
     *
     * @throws UnavailableException when the ledger does not answer
     */
    public void renewWatches() {
        watches.renew();
    }

    /** Gives up the watch over the inboxes, so that another intake can take it at once. */
    public void endWatches() {
        watches.end();
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
        inboxes.leftToOthers().forEach(candidates::leave);
        inboxes.look(lookout, problems);
        commanded.look(lookout);
        Set<String> seen = new HashSet<>();
        for (Sighting sighting : lookout.sightings()) {
            if (commanded.known(sighting) && candidates.at(sighting.key()).isEmpty()) {
                continue;
            }
            seen.add(sighting.key());
            if (held.containsKey(sighting.key())) {
                // Should the answer to its admission have been lost, it would else go on waiting for itself.
                candidates.remove(sighting.key());
                commanded.became(sighting, held.get(sighting.key()).item().id());
            } else {
                commanded.became(sighting, keptBefore(sighting).orElseGet(() -> candidates
                        .seen(sighting, now)
                        .id()));
            }
        }
        candidates.forgetAllBut(
                seen,
                item -> item.source().origin() == Origin.COMMAND || inboxes.listed(item.collection()),
                candidate -> candidate.byCommand()
                        || inboxes.listed(candidate.collection().name()));
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

    private boolean admit(Candidate candidate, Instant now, List<String> problems, Runnable show) {
        if (now.isBefore(candidate.notBefore())) {
            away = candidate.heldUpBy() == null ? away : candidate.heldUpBy();
            return false;
        }
        try {
            Trust trust = completeness.judge(candidate);
            if (trust instanceof Trust.NotYet notYet) {
                tell(candidate, notYet.reason(), true);
                return false;
            }
            Admitting.Outcome outcome = admitting.consider(candidate, trust, now, doing -> {
                tell(candidate, doing, false);
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
            away = e;
            problems.add(e.getMessage());
            tell(candidate, e.getMessage(), false);
            return false;
        } catch (WatchLostException e) {
            watches.lost(candidate.collection());
            problems.add(candidate.source().path().display() + ": " + e.getMessage());
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
        queue.wake(
                candidate.byCommand()
                        ? ledger.admit(admission)
                        : ledger.admit(admission, watches.of(candidate.collection())));
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
}
