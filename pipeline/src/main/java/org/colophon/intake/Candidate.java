package org.colophon.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colophon.item.Collection;
import org.colophon.item.FileSeen;
import org.colophon.item.ItemId;
import org.colophon.item.Source;
import org.colophon.item.UnavailableException;
import org.colophon.port.Sources.Found;
import org.colophon.port.Sources.Survey;
import org.colophon.worker.protocol.Result.Inspection;

/** An object that is not admitted yet, and what intake remembers of it from look to look. Used by one thread. */
final class Candidate {
    private final ItemId id;
    private final Source source;
    private final Collection collection;
    private final Instant first;
    private final IntakeConfig config;

    private Survey survey;
    private Found batchMetadata;
    private FileSeen batchMetadataSeen;
    private Instant unchangedSince;
    private Stillness quiet;
    private Stillness patience;
    private int looks;
    private List<CopyIn.Copied> copies;
    private Map<Found, Inspection> inspections = Map.of();
    private Checked checked;
    private int workerFailures;
    private int timesHeldUp;
    private UnavailableException heldUpBy;
    private String reason;
    private String told;
    private boolean settling;
    private Instant notBefore = Instant.MIN;

    Candidate(ItemId id, Source source, Collection collection, Instant first, IntakeConfig config) {
        this.id = id;
        this.source = source;
        this.collection = collection;
        this.first = first;
        this.config = config;
    }

    /**
     * Takes in what a look found.
     *
     * @param metadata of the batch it lies in, or null
     * @return whether anything is new, so that what was concluded before is void
     */
    boolean seen(Survey now, Found metadata, Instant at) {
        boolean same = survey != null
                && survey.fingerprint().equals(now.fingerprint())
                && Objects.equals(batchMetadataSeen, metadata == null ? null : metadata.seen());
        survey = now;
        batchMetadata = metadata;
        batchMetadataSeen = metadata == null ? null : metadata.seen();
        if (same) {
            looks++;
            quiet.look(at);
            patience.look(at);
            if (at.isBefore(unchangedSince)) {
                // The clock was set back: when it changed is not known any more.
                unchangedSince = at;
                notBefore = Instant.MIN;
            }
            return false;
        }
        changed(at);
        return true;
    }

    /** Starts the wait anew. */
    void changed(Instant at) {
        unchangedSince = at;
        quiet = new Stillness(config.quiet(survey.kind()), at);
        patience = new Stillness(config.giveUp(), at);
        looks = 1;
        copies = null;
        inspections = Map.of();
        checked = null;
        workerFailures = 0;
        timesHeldUp = 0;
        heldUpBy = null;
        notBefore = Instant.MIN;
    }

    /** For people: by the clock, whatever it did meanwhile. */
    Duration unchanged(Instant now) {
        return Duration.between(unchangedSince, now);
    }

    /** Whether it stayed as it is for the quiet time, over enough looks. */
    boolean isQuiet() {
        return looks >= IntakeConfig.LOOKS && quiet.isReached();
    }

    /** Whether it is not to be waited for any longer. */
    boolean isGivenUp() {
        return patience.isReached();
    }

    /**
     * Keeps the reason; true when the ledger was not told of this one yet.
     *
     * @param untilQuiet whether it only has to stay as it is
     */
    boolean waits(String why, boolean untilQuiet) {
        reason = why;
        settling = untilQuiet;
        boolean news = !why.equals(told);
        told = why;
        return news;
    }

    void copied(List<CopyIn.Copied> all) {
        copies = all;
    }

    void checked(Checked all) {
        checked = all;
        heldUpBy = null;
    }

    void inspected(Map<Found, Inspection> all) {
        inspections = all;
    }

    /** Counts; the next try waits twice as long, a minute at the most. */
    int workerFailed(Instant now) {
        workerFailures++;
        notBefore = now.plusSeconds(Math.min(60, 2L << Math.min(workerFailures, 6)));
        return workerFailures;
    }

    /** Something does not answer when asked about this one; the next try waits twice as long, ten minutes at the most. */
    void heldUp(UnavailableException by, Instant now) {
        heldUpBy = by;
        timesHeldUp++;
        notBefore = now.plusSeconds(Math.min(600, 2L << Math.min(timesHeldUp, 10)));
    }

    /** What it waits for until {@link #notBefore}; null when it is not that. */
    UnavailableException heldUpBy() {
        return heldUpBy;
    }

    Instant notBefore() {
        return notBefore;
    }

    /** Whether the only reason is that it may still be growing. */
    boolean settling() {
        return settling;
    }

    ItemId id() {
        return id;
    }

    Source source() {
        return source;
    }

    Collection collection() {
        return collection;
    }

    Instant first() {
        return first;
    }

    Survey survey() {
        return survey;
    }

    Found batchMetadata() {
        return batchMetadata;
    }

    int looks() {
        return looks;
    }

    /** Copies of every file as it was last seen; null when there are none. */
    List<CopyIn.Copied> copies() {
        return copies;
    }

    /** What the virus check found in the copies; null when there was none yet. */
    Checked checked() {
        return checked;
    }

    Map<Found, Inspection> inspections() {
        return inspections;
    }

    String reason() {
        return reason;
    }

    boolean byCommand() {
        return source.origin() == Source.Origin.COMMAND;
    }
}
