package org.colophon.preserve;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.colophon.item.Agent;
import org.colophon.item.Collection;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Item;
import org.colophon.port.Archive;
import org.colophon.port.Ending;
import org.colophon.port.History;
import org.colophon.port.Lease;
import org.colophon.port.Ledger;
import org.colophon.port.StepResult;
import org.colophon.port.Workspace;
import org.colophon.preserve.deposit.Deposit;
import org.colophon.preserve.describe.Premis;
import org.colophon.preserve.layout.Layout;

/** Preserves one item: describes it, lays it out, deposits it. */
public final class Preserve {
    private final History history;
    private final Workspace workspace;
    private final Archive archive;
    private final Layout layout;
    private final Deposit deposit;
    private final Agent colophon;
    private final Clock clock;

    /**
     * @param collections say which institution holds the original
     * @param colophon who makes packages
     * @param clock gives what happens after the deposit its time
     */
    public Preserve(
            History history,
            Ledger ledger,
            Workspace workspace,
            Archive archive,
            List<Collection> collections,
            Agent colophon,
            Clock clock) {
        this.history = history;
        this.workspace = workspace;
        this.archive = archive;
        this.layout = new Layout(workspace, archive, collections, colophon);
        this.deposit = new Deposit(archive, ledger);
        this.colophon = colophon;
        this.clock = clock;
    }

    /**
     * Makes the version of the round under way.
     *
     * @throws org.colophon.item.UnavailableException when store, database or disk do not answer
     * @throws org.colophon.port.ArchiveDamagedException when what lies in the archive is covered by no rule
     */
    public Ending preserve(Lease lease) {
        History.Dossier dossier = history.dossier(lease.task().item());
        Item item = dossier.item();
        Path scratch = workspace.scratch(item.id(), "preserve");
        try {
            Layout.Laid laid = layout.layOut(dossier, scratch);
            StepResult.Deposited deposited = deposit.deposit(item, version(dossier, laid));
            List<Event> later = later(item, deposited.version());
            log(item, deposited.version(), later);
            List<Event> events = new ArrayList<>();
            events.add(laid.provenance().packaged());
            events.addAll(later);
            return new Ending.Done(deposited, events);
        } finally {
            workspace.discard(scratch);
        }
    }

    private static Archive.NewVersion version(History.Dossier dossier, Layout.Laid laid) {
        return new Archive.NewVersion(
                dossier.item().ark(),
                dossier.round().number(),
                dossier.round().began(),
                dossier.round().reason(),
                laid.tree().files(),
                laid.tree().local());
    }

    /** What the package cannot tell of, since it came after. */
    private List<Event> later(Item item, int version) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Event> later = new ArrayList<>();
        later.add(event(
                item,
                now,
                EventType.FIXITY_CHECK,
                "v" + version + " read back from the archive: every file has its SHA-512"));
        if (version == 1) {
            later.add(event(item, now, EventType.INGESTION_END, "the package lies in the archive"));
        }
        return later;
    }

    private Event event(Item item, Instant at, EventType type, String detail) {
        // A name of its own, not a random one: an attempt that is repeated after a stop tells of the same event.
        String name = item.ark() + " " + type.term() + " " + detail;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Event(id, at, type, 0, Event.Outcome.SUCCESS, detail, colophon);
    }

    private void log(Item item, int version, List<Event> events) {
        ByteArrayOutputStream premis = new ByteArrayOutputStream();
        Premis.later(item, events, premis);
        archive.log(item.ark(), "v" + version + "-deposit.premis.xml", premis.toByteArray());
    }
}
