package org.colophon.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colophon.item.Access;
import org.colophon.item.Collection;
import org.colophon.item.Description;
import org.colophon.item.Event;
import org.colophon.item.Event.Outcome;
import org.colophon.item.EventType;
import org.colophon.item.Note;
import org.colophon.item.Page;
import org.colophon.item.SourcePath;
import org.colophon.item.StoredFile;
import org.colophon.port.Admission;
import org.colophon.port.Sources.Found;
import org.colophon.port.Sources.Kind;
import org.colophon.worker.protocol.Result.Inspection;

/** Writes the admission of an object: numbers its files and pages, gives it its title, tells its events. */
final class Admissions {
    private final IntakeConfig config;

    Admissions(IntakeConfig config) {
        this.config = config;
    }

    /** All that was read of a whole object. */
    record Read(
            List<CopyIn.Copied> masters,
            List<CopyIn.Copied> others,
            Map<Found, Inspection> inspections,
            Delivery delivery,
            Checksums checksums) {
        Access access(Collection collection) {
            return delivery.access() == null ? collection.access() : delivery.access();
        }

        List<String> languages(Collection collection) {
            List<String> said = delivery.description().languages();
            return said.isEmpty() ? collection.languages() : said;
        }
    }

    /** An object whose pages are to be examined. */
    Admission examine(Candidate candidate, Read read, Instant at) {
        return write(candidate, read, files(candidate, read), pages(read), new Admission.Decision.Examine(), at);
    }

    /** An object that was deposited before; its files are not kept a second time. */
    Admission duplicate(Candidate candidate, Read read, Admission.Decision.Duplicate decision, Instant at) {
        return write(candidate, read, List.of(), List.of(), decision, at);
    }

    /** An object that goes back. */
    Admission refuse(Candidate candidate, List<String> faults, Instant at) {
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        Collection collection = candidate.collection();
        List<Event> events = new ArrayList<>();
        events.add(Event.ofItem(
                when,
                EventType.INGESTION_START,
                Outcome.FAILURE,
                "refused: " + faults.get(0) + (faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : ""),
                config.agent()));
        if (candidate.checked() != null) {
            events.add(candidate.checked().event());
        }
        return new Admission(
                candidate.id(),
                candidate.id().ark(config.naan()),
                collection.name(),
                candidate.source(),
                nameOf(candidate),
                collection.languages(),
                Description.NONE,
                collection.access(),
                collection.rights(),
                null,
                List.of(),
                List.of(),
                candidate.survey().seen(),
                events,
                when,
                new Admission.Decision.Refuse(String.join("\n", faults)));
    }

    private Admission write(
            Candidate candidate,
            Read read,
            List<StoredFile> files,
            List<Page> pages,
            Admission.Decision decision,
            Instant at) {
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        Collection collection = candidate.collection();
        Delivery delivery = read.delivery();
        return new Admission(
                candidate.id(),
                candidate.id().ark(config.naan()),
                collection.name(),
                candidate.source(),
                delivery.description().title().orElseGet(() -> nameOf(candidate)),
                read.languages(collection),
                delivery.description(),
                read.access(collection),
                rights(delivery, collection),
                Identity.of(read.masters()),
                files,
                pages,
                candidate.survey().seen(),
                events(candidate, read, when),
                when,
                decision);
    }

    private static List<StoredFile> files(Candidate candidate, Read read) {
        List<StoredFile> files = new ArrayList<>();
        for (CopyIn.Copied master : read.masters()) {
            files.add(file(
                    files.size() + 1,
                    StoredFile.Role.MASTER,
                    master,
                    master.found().name()));
        }
        for (CopyIn.Copied other : read.others()) {
            boolean ofBatch = other.found().equals(candidate.batchMetadata());
            String name = (ofBatch ? "batch/" : "") + other.found().name();
            files.add(file(files.size() + 1, StoredFile.Role.DOCUMENTATION, other, name));
        }
        return files;
    }

    private static StoredFile file(int n, StoredFile.Role role, CopyIn.Copied copy, String name) {
        Instant modified = Instant.EPOCH.plusNanos(copy.found().seen().modified());
        return new StoredFile(n, role, name, FileNames.extension(name), copy.fixity(), modified);
    }

    private static List<Page> pages(Read read) {
        List<Page> pages = new ArrayList<>();
        for (int file = 1; file <= read.masters().size(); file++) {
            Found found = read.masters().get(file - 1).found();
            Delivery.PageSaid said = read.delivery().pages().getOrDefault(found, new Delivery.PageSaid(null, null));
            int count = Math.max(1, read.inspections().get(found).pages());
            for (int index = 0; index < count; index++) {
                boolean first = index == 0;
                pages.add(new Page(
                        pages.size() + 1,
                        file,
                        index,
                        FileNames.last(found.name()),
                        first ? said.label() : null,
                        first ? said.section() : null));
            }
        }
        return pages;
    }

    private List<Event> events(Candidate candidate, Read read, Instant at) {
        List<Event> events = new ArrayList<>();
        int count = read.masters().size() + read.others().size();
        events.add(event(
                at,
                EventType.INGESTION_START,
                "taken in from " + Note.oneLine(candidate.source().path().name()) + ", " + files(count)));
        events.add(event(
                at,
                EventType.MESSAGE_DIGEST_CALCULATION,
                "SHA-512 and SHA-256 of " + files(count) + " at first touch"));
        events.add(candidate.checked().event());
        if (read.checksums().any()) {
            events.add(event(
                    at,
                    EventType.FIXITY_CHECK,
                    files(read.checksums().promises()) + " agree with "
                            + read.checksums().names()));
        }
        if (read.delivery().file() != null) {
            events.add(event(
                    at,
                    EventType.METADATA_EXTRACTION,
                    "description read from " + Note.oneLine(read.delivery().file())));
        }
        for (String note : read.delivery().notes()) {
            events.add(
                    Event.ofItem(at, EventType.METADATA_EXTRACTION, Outcome.WARNING, "note: " + note, config.agent()));
        }
        List<Found> kept = read.others().stream().map(CopyIn.Copied::found).toList();
        if (!kept.isEmpty()) {
            events.add(event(
                    at,
                    EventType.METADATA_EXTRACTION,
                    "note: kept byte for byte under documentation/: " + Names.some(kept)));
        }
        return events;
    }

    private Event event(Instant at, EventType type, String detail) {
        return Event.ofItem(at, type, Outcome.SUCCESS, detail, config.agent());
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    private static String nameOf(Candidate candidate) {
        String name = SourcePath.of(candidate.survey().root()).name();
        return Note.oneLine(candidate.survey().kind() == Kind.FOLDER ? name : FileNames.stem(name));
    }

    private static String rights(Delivery delivery, Collection collection) {
        return delivery.description().terms().stream()
                .filter(term ->
                        term.element().equals("rights") || term.element().equals("license"))
                .map(Description.Term::value)
                .filter(value -> value.matches("https?://(rightsstatements|creativecommons)\\.org/\\S+"))
                .findFirst()
                .orElse(collection.rights());
    }
}
