package org.colophon.intake;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colophon.item.Collection;
import org.colophon.item.Note;
import org.colophon.item.Source.Origin;
import org.colophon.port.History;
import org.colophon.port.Sources;
import org.colophon.port.Unsettled;
import org.colophon.port.Workers;

/** The status files of all inboxes; one that cannot be written is a problem to tell of, never a reason to stop. */
final class StatusBoard {
    private final StatusFile file;
    private final History history;
    private final Workers workers;
    private final Candidates candidates;
    private final Noticed noticed;

    StatusBoard(Sources sources, History history, Workers workers, Candidates candidates) {
        this.file = new StatusFile(sources);
        this.history = history;
        this.workers = workers;
        this.candidates = candidates;
        this.noticed = new Noticed(history);
    }

    /**
     * Says in each inbox where its objects stand.
     *
     * @param lookout what the last look found there
     * @param held items that are admitted and not settled, by where they lie
     */
    void show(
            List<Collection> inboxes,
            Lookout lookout,
            Map<String, Unsettled> held,
            Instant now,
            List<String> problems) {
        StatusLines lines = new StatusLines(history, workers, noticed);
        noticed.keepOnly(held.values().stream().map(Unsettled::item).toList());
        for (Collection collection : inboxes) {
            List<String> all = new ArrayList<>();
            for (Sighting sighting : lookout.sightings()) {
                if (sighting.collection().equals(collection)
                        && sighting.source().origin() == Origin.INBOX) {
                    line(sighting, held.get(sighting.key()), lines, now).ifPresent(all::add);
                }
            }
            all.sort(new NaturalOrder());
            all.addAll(lookout.lines(collection));
            write(collection, all, problems);
        }
    }

    private Optional<String> line(Sighting sighting, Unsettled unsettled, StatusLines lines, Instant now) {
        if (unsettled == null) {
            return candidates.at(sighting.key()).map(one -> StatusLines.of(one, now));
        }
        boolean changed = !Set.copyOf(unsettled.seen())
                .equals(Set.copyOf(sighting.survey().seen()));
        return Optional.of(lines.of(unsettled, changed));
    }

    private void write(Collection collection, List<String> lines, List<String> problems) {
        try {
            file.write(collection.inbox(), lines);
        } catch (IOException e) {
            problems.add("STATUS.txt cannot be written into " + collection.inbox() + ": " + e.getMessage());
        }
    }

    /** Says in these inboxes that nothing goes on for now. */
    void trouble(List<Collection> collections, String why, List<String> problems) {
        for (Collection collection : collections) {
            write(
                    collection,
                    List.of(
                            "Colophon cannot go on at the moment and tries again by itself; nothing is lost. The reason: "
                                    + Note.oneLine(why)),
                    problems);
        }
    }
}
