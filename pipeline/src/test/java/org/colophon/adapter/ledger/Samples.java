package org.colophon.adapter.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.colophon.item.Access;
import org.colophon.item.Agent;
import org.colophon.item.Description;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.FileSeen;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.item.Noid;
import org.colophon.item.Page;
import org.colophon.item.Source;
import org.colophon.item.SourcePath;
import org.colophon.item.StoredFile;
import org.colophon.item.Verdict;
import org.colophon.port.Admission;
import org.colophon.port.Ending;
import org.colophon.port.StepResult;
import org.colophon.port.Waiting;
import org.colophon.worker.protocol.Check;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Result;

/** Objects and results as rooms would hand them to the ledger. */
final class Samples {
    static final Agent COLOPHON = Agent.colophon("0.1.0");
    private static final Random RANDOM = new Random(20261123);

    private Samples() {}

    static synchronized ItemId mint() {
        return Noid.mint("99999", RANDOM);
    }

    static Source dropped(ItemId id) {
        return new Source(SourcePath.of(Path.of("/inbox", "Brief ü " + id)), Source.Origin.INBOX);
    }

    static Waiting waiting(ItemId id, String reason) {
        return new Waiting(id, id.ark("99999"), "default", dropped(id), reason, time());
    }

    static Admission object(ItemId id, int pages) {
        return object(id, pages, identityOf(id), new Admission.Decision.Examine());
    }

    static Admission object(ItemId id, int pages, String identity, Admission.Decision decision) {
        return new Admission(
                id,
                id.ark("99999"),
                "letters",
                dropped(id),
                "Brief an \u0000 Emma 💌",
                List.of("deu", "de-Latf"),
                new Description(
                        List.of(new Description.Term("title", "Brief"), new Description.Term("language", "deu"))),
                new Access(Access.Level.LOGIN, LocalDate.of(2031, 1, 1)),
                "http://rightsstatements.org/vocab/InC/1.0/",
                identity,
                IntStream.rangeClosed(1, pages).mapToObj(Samples::file).toList(),
                IntStream.rangeClosed(1, pages)
                        .mapToObj(n -> new Page(n, n, 0, "scan_" + n + ".tif", n == 1 ? "iv" : null, null))
                        .toList(),
                List.of(new FileSeen("scan_1.tif", 17, 1_700_000_000_123_456_789L, "fd00:12")),
                List.of(event(EventType.INGESTION_START, 0, "dropped"), event(EventType.VIRUS_CHECK, 0, "none")),
                time(),
                decision);
    }

    static Admission at(Admission object, Instant at) {
        return copy(object, object.source(), at);
    }

    static Admission from(Admission object, Source source) {
        return copy(object, source, object.at());
    }

    private static Admission copy(Admission object, Source source, Instant at) {
        return new Admission(
                object.id(),
                object.ark(),
                object.collection(),
                source,
                object.title(),
                object.languages(),
                object.description(),
                object.access(),
                object.rights(),
                object.contentIdentity(),
                object.files(),
                object.pages(),
                object.seen(),
                object.events(),
                at,
                object.decision());
    }

    static String identityOf(ItemId id) {
        return "identity of " + id;
    }

    static Event event(EventType type, int page, String detail) {
        return Event.ofPage(time(), type, page, Event.Outcome.SUCCESS, detail, COLOPHON);
    }

    static Event decided(String detail) {
        return Event.ofItem(
                time(), EventType.METADATA_MODIFICATION, Event.Outcome.SUCCESS, detail, Agent.person("Ada"));
    }

    static Fixity fixity(int n) {
        return new Fixity(String.format("%0128x", n), String.format("%064x", n), n);
    }

    static Ending accepted(int page) {
        return new Ending.Done(
                examined(Verdict.ACCEPTED, List.of(new Finding("no-icc", Finding.Level.WARN, "no profile"))),
                List.of(event(EventType.VALIDATION, page, "whole")));
    }

    static Ending refused(int page, String... texts) {
        List<Finding> findings = List.of(texts).stream()
                .map(text -> new Finding("truncated", Finding.Level.REJECT, text))
                .toList();
        return new Ending.Refused(
                examined(Verdict.REFUSED, findings), List.of(event(EventType.VALIDATION, page, "cut off")));
    }

    static Ending read(int page) {
        return new Ending.Done(
                new StepResult.Recognized(fixity(page), 1200, 93, List.of("deu"), null),
                List.of(event(EventType.CREATION, page, "text recognition")));
    }

    static Ending deposited(int version) {
        return new Ending.Done(
                new StepResult.Deposited(version, "a".repeat(128), "5d/41/40"),
                List.of(event(EventType.INGESTION_END, 0, "version " + version)));
    }

    static Ending compared() {
        return new Ending.Done(new StepResult.Compared(Map.of()), List.of());
    }

    static Ending settled(String problem) {
        return new Ending.Done(new StepResult.Settled(problem == null ? "done/x" : null, problem), List.of());
    }

    static Ending published() {
        return new Ending.Done(new StepResult.Published(false), List.of());
    }

    private static StepResult.Examined examined(Verdict verdict, List<Finding> findings) {
        return new StepResult.Examined(
                verdict,
                new Result.Examination(
                        new Identification("fmt/353", "Tagged Image File Format", null, "image/tiff"),
                        new ImageFacts(
                                2480,
                                3508,
                                1,
                                List.of(8, 8, 8),
                                "RGB",
                                "LZW",
                                "little endian",
                                300.0,
                                300.0,
                                "in.",
                                "sRGB",
                                0,
                                new ImageFacts.Capture("Zeutschel", null, null, null)),
                        findings,
                        List.of(new Check("validation", Check.Outcome.SUCCESS, "well-formed", "JHOVE", "1.32.1")),
                        List.of(),
                        null),
                List.of(new StepResult.Kept(
                        new Derived(Derived.Role.THUMBNAIL, "t.jpg", "image/jpeg", 283, 400, "scaled"), fixity(7))));
    }

    private static StoredFile file(int n) {
        return new StoredFile(
                n,
                StoredFile.Role.MASTER,
                "objects/scan_" + n + ".tif",
                "tif",
                fixity(n),
                Instant.parse("2026-03-01T08:15:30.123456789Z"));
    }

    private static Instant time() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
