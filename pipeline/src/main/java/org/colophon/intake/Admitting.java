package org.colophon.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.colophon.intake.Completeness.Trust;
import org.colophon.item.Item;
import org.colophon.item.Note;
import org.colophon.port.Admission;
import org.colophon.port.Ledger;
import org.colophon.port.Sources;
import org.colophon.port.Sources.Found;
import org.colophon.port.Sources.Survey;
import org.colophon.port.VirusScanner;
import org.colophon.port.Workers;
import org.colophon.port.Workspace;
import org.colophon.worker.protocol.Result.Inspection;

/** What becomes of an object that may be read in: it waits for a reason, or is admitted. */
final class Admitting {
    private static final int WORKER_FAILURES = 3;

    private final Ledger ledger;
    private final Workspace workspace;
    private final IntakeConfig config;
    private final CopyIn copyIn;
    private final VirusCheck virusCheck;
    private final Inspecting inspecting;
    private final Admissions admissions;

    Admitting(
            Ledger ledger,
            Workspace workspace,
            Workers workers,
            VirusScanner scanner,
            Sources sources,
            IntakeConfig config) {
        this.ledger = ledger;
        this.workspace = workspace;
        this.config = config;
        this.copyIn = new CopyIn(sources, workspace);
        this.virusCheck = new VirusCheck(scanner, workspace, config.agent());
        this.inspecting = new Inspecting(workers, workspace);
        this.admissions = new Admissions(config);
    }

    /** What was concluded. */
    sealed interface Outcome {
        /** It stays in the inbox. */
        record Waits(String reason) implements Outcome {}

        /** It is ready to be written into the ledger. */
        record Admits(Admission admission) implements Outcome {}
    }

    /** A new look begins. */
    void begin() {
        virusCheck.begin();
    }

    /**
     * Concludes. Whatever it read is kept with the candidate, so that a later look need not read it again.
     *
     * @param telling told what is being done before it begins, and on the way, where it may take long
     */
    Outcome consider(Candidate candidate, Trust trust, Instant now, Consumer<String> telling) {
        Survey survey = candidate.survey();
        Shape shape = Shape.of(survey);
        if (shape instanceof Shape.Faulty faulty) {
            return refuse(candidate, faulty.faults(), now);
        }
        if (shape instanceof Shape.Batch) {
            return refuse(
                    candidate,
                    List.of("it lies in a folder of objects and holds folders itself; scans may lie at the top of an "
                            + "object's folder or in objects/, not deeper"),
                    now);
        }
        if (!survey.unreadable().isEmpty()) {
            // A folder that cannot even be listed could not be moved either: refusing it would lead nowhere.
            boolean nothing = survey.files().isEmpty() && !candidate.byCommand();
            return nothing
                    ? new Outcome.Waits(String.join("; ", survey.unreadable()))
                    : orRefuse(candidate, survey.unreadable(), false, now);
        }
        if (shape instanceof Shape.Empty empty) {
            return orRefuse(candidate, List.of(empty.reason()), trust instanceof Trust.Said, now);
        }
        if (!survey.inMotion().isEmpty() && !candidate.isGivenUp() && !(trust instanceof Trust.Said)) {
            return new Outcome.Waits("a program is still writing into it (files ending in .part or .tmp)");
        }
        Optional<Outcome> obstacle =
                room(candidate).or(() -> read(candidate, now, telling)).or(() -> infected(candidate, now, telling));
        return obstacle.isPresent() ? obstacle.get() : whole(candidate, trust, (Shape.Whole) shape, now);
    }

    private Outcome whole(Candidate candidate, Trust trust, Shape.Whole shape, Instant now) {
        ReadDelivery reading = new ReadDelivery(workspace, candidate);
        Checksums checksums = reading.checksums();
        Delivery delivery = reading.delivery();
        List<Fault> faults = faults(shape, candidate, checksums, delivery);
        boolean listed = trust instanceof Trust.Listed;
        if (listed && !faults.isEmpty()) {
            return new Outcome.Waits("not all is as its checksum file says yet: " + faults.get(0));
        }
        List<CopyIn.Copied> masters = copies(candidate, shape.masters());
        Inspecting.Outcome inspected = inspecting.inspect(candidate, masters);
        if (inspected instanceof Inspecting.Outcome.Failed failed) {
            return workerFailed(candidate, failed.sentence(), now);
        }
        Map<Found, Inspection> inspections = ((Inspecting.Outcome.All) inspected).inspections();
        List<String> doubts = doubts(checksums, delivery, inspections, masters);
        boolean sure = listed || (trust instanceof Trust.Said said && said.marker());
        if (!doubts.isEmpty() && !sure && !candidate.isGivenUp()) {
            return new Outcome.Waits(
                    doubts.get(0) + (doubts.size() > 1 ? " (and " + (doubts.size() - 1) + " more)" : ""));
        }
        if (!faults.isEmpty()) {
            return refuse(candidate, faults.stream().map(Fault::toString).toList(), now);
        }
        List<CopyIn.Copied> others = candidate.copies().stream()
                .filter(copy -> !shape.masters().contains(copy.found()))
                .toList();
        return judged(candidate, new Admissions.Read(masters, others, inspections, delivery, checksums), now);
    }

    /** What makes it likely that the object is still being copied. */
    private static List<String> doubts(
            Checksums checksums, Delivery delivery, Map<Found, Inspection> inspections, List<CopyIn.Copied> masters) {
        List<String> doubts = new ArrayList<>();
        checksums.missing().forEach(fault -> doubts.add(fault.toString()));
        delivery.missing().forEach(fault -> doubts.add(fault.toString()));
        doubts.addAll(Inspecting.doubts(inspections, masters));
        return doubts;
    }

    /** Those of the delivered lists first: a wrong list makes everything else look wrong. */
    private static List<Fault> faults(Shape.Whole shape, Candidate candidate, Checksums checksums, Delivery delivery) {
        Map<Found, Map<String, String>> digests = new HashMap<>();
        candidate.copies().forEach(copy -> digests.put(copy.found(), copy.digests()));
        Set<Fault> all = new LinkedHashSet<>(checksums.verify(shape.masters(), digests));
        all.addAll(delivery.faults());
        all.addAll(delivery.missing());
        return List.copyOf(all);
    }

    private Optional<Outcome> room(Candidate candidate) {
        int open = ledger.openPages();
        if (open >= config.mostOpenPages()) {
            return Optional.of(new Outcome.Waits(open + " pages are under way, and no more than "
                    + config.mostOpenPages() + " may be (inbox.open-pages); it is taken in when some are done"));
        }
        long needed = candidate.copies() == null ? candidate.survey().bytes() : 0;
        long free = workspace.freeBytes();
        if (free - needed < config.reserve()) {
            return Optional.of(new Outcome.Waits("the disk has " + mib(free) + " free; this needs " + mib(needed)
                    + " and " + mib(config.reserve()) + " must stay free (inbox.reserve); make room"));
        }
        return Optional.empty();
    }

    private static String mib(long bytes) {
        return Math.round(Math.ceil(bytes / 1048576.0)) + " MiB";
    }

    private Optional<Outcome> read(Candidate candidate, Instant now, Consumer<String> telling) {
        if (candidate.copies() != null) {
            return Optional.empty();
        }
        telling.accept("it is being read in");
        CopyIn.Outcome outcome = copyIn.copy(candidate);
        if (outcome instanceof CopyIn.Outcome.All all) {
            candidate.copied(all.copies());
            return Optional.empty();
        }
        workspace.release(candidate.id());
        if (outcome instanceof CopyIn.Outcome.Changed changed) {
            candidate.changed(now);
            return Optional.of(new Outcome.Waits(Note.oneLine(changed.name()) + " changed while it was read"));
        }
        return Optional.of(orRefuse(candidate, ((CopyIn.Outcome.Unreadable) outcome).faults(), false, now));
    }

    /** Before anything of ours reads in the files. */
    private Optional<Outcome> infected(Candidate candidate, Instant now, Consumer<String> telling) {
        if (candidate.checked() == null) {
            candidate.checked(virusCheck.check(candidate, now, telling));
        }
        List<String> faults = candidate.checked().faults();
        return faults.isEmpty() ? Optional.empty() : Optional.of(refuse(candidate, faults, now));
    }

    private Outcome workerFailed(Candidate candidate, String sentence, Instant now) {
        if (candidate.workerFailed(now) < WORKER_FAILURES || !candidate.isGivenUp()) {
            return new Outcome.Waits(sentence + "; it is tried again");
        }
        return refuse(candidate, List.of(sentence + "; if other programs open it, tell whoever runs Colophon"), now);
    }

    private Outcome judged(Candidate candidate, Admissions.Read read, Instant now) {
        String identity = Identity.of(read.masters());
        // Asked in the order of a twin's way: one that is deposited between the questions is found by the second.
        Optional<Item> twin = ledger.underWayWith(identity);
        if (twin.isPresent()) {
            return new Outcome.Waits(
                    "the same scans are under way as " + twin.get().id() + " ("
                            + Note.oneLine(twin.get().title()) + "); this one waits for what becomes of them");
        }
        Optional<Item> archived = ledger.archivedWith(identity);
        if (archived.isPresent()) {
            workspace.release(candidate.id());
            String note = Identity.differences(
                    archived.get(),
                    read.delivery(),
                    read.languages(candidate.collection()),
                    read.access(candidate.collection()));
            var decision = new Admission.Decision.Duplicate(archived.get().id(), note);
            return new Outcome.Admits(admissions.duplicate(candidate, read, decision, now));
        }
        return new Outcome.Admits(admissions.examine(candidate, read, now));
    }

    private static List<CopyIn.Copied> copies(Candidate candidate, List<Found> files) {
        Map<Found, CopyIn.Copied> byFile = new HashMap<>();
        candidate.copies().forEach(copy -> byFile.put(copy.found(), copy));
        return files.stream().map(byFile::get).toList();
    }

    private Outcome orRefuse(Candidate candidate, List<String> faults, boolean sure, Instant now) {
        return !sure && !candidate.isGivenUp()
                ? new Outcome.Waits(String.join("; ", faults))
                : refuse(candidate, faults, now);
    }

    private Outcome refuse(Candidate candidate, List<String> faults, Instant now) {
        workspace.release(candidate.id());
        return new Outcome.Admits(admissions.refuse(candidate, faults, now));
    }
}
