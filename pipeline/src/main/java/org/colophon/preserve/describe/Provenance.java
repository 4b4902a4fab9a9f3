package org.colophon.preserve.describe;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.colophon.item.Agent;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Page;
import org.colophon.port.History;
import org.colophon.port.StepResult;

/**
 * Sorts what happened by the PREMIS document that tells of it: the item as a whole, the scans, the texts. A document
 * changes only when something happened to what it tells of, so that a new version adds only what is new.
 */
public final class Provenance {
    private final Contents contents;
    private final List<Event> events;
    private final Agent colophon;

    /** @param colophon who makes the package */
    public Provenance(Contents contents, Agent colophon) {
        this.contents = contents;
        this.colophon = colophon;
        this.events = contents.dossier().events().stream()
                .sorted(Comparator.comparing(Event::at).thenComparing(Event::id))
                .toList();
    }

    /** The event that makes this version; the same each time it is asked for. */
    public Event packaged() {
        History.Round round = contents.dossier().round();
        Instant at = events.stream().map(Event::at).reduce(round.began(), (a, b) -> a.isAfter(b) ? a : b);
        return new Event(
                named("package " + round.number()),
                at,
                EventType.INFORMATION_PACKAGE_CREATION,
                0,
                Event.Outcome.SUCCESS,
                "version " + round.number() + ": " + round.reason(),
                colophon);
    }

    /** What happened to the item as a whole, ending with its packaging. */
    List<Happening> ofItem() {
        Event packaged = packaged();
        Identifier item = Identifier.ark(contents.dossier().item().ark());
        Stream<Event> before =
                events.stream().filter(event -> event.page() == 0 && !event.id().equals(packaged.id()));
        return Stream.concat(before, Stream.of(packaged))
                .map(event -> Happening.to(event, item))
                .toList();
    }

    /** What happened to the scans. */
    List<Happening> ofMasters() {
        return events.stream()
                .filter(event -> event.type() != EventType.CREATION)
                .flatMap(event -> page(event).map(page -> Happening.to(event, scan(page))).stream())
                .toList();
    }

    /** How the texts came to be, and why a page has none. */
    List<Happening> ofTexts() {
        List<Happening> happenings = new ArrayList<>();
        for (Page page : contents.dossier().pages()) {
            List<Event> of = new ArrayList<>(events.stream()
                    .filter(event -> event.type() == EventType.CREATION && event.page() == page.n())
                    .toList());
            Optional<OcrPage> text = contents.texts().stream()
                    .filter(each -> each.page().equals(page))
                    .findFirst();
            if (text.isEmpty() && of.stream().allMatch(event -> event.outcome() == Event.Outcome.SUCCESS)) {
                of.add(unread(page));
            }
            for (int i = 0; i < of.size(); i++) {
                // Only the newest recognition gave the files that lie here now.
                boolean gave = text.isPresent() && i == of.size() - 1;
                happenings.add(
                        new Happening(of.get(i), List.of(scan(page)), gave ? outcomes(text.orElseThrow()) : List.of()));
            }
        }
        return happenings;
    }

    /** When the newest of these happened; when the item was first seen, if there is none. */
    Instant newest(List<Happening> happenings) {
        return happenings.stream()
                .map(each -> each.event().at())
                .max(Instant::compareTo)
                .orElse(contents.begun());
    }

    private static List<Identifier> outcomes(OcrPage text) {
        return List.of(
                Identifier.path(text.alto().path()),
                Identifier.path(text.plain().path()));
    }

    private Event unread(Page page) {
        StepResult.Recognized recognized = contents.dossier().recognized().get(page.n());
        String why =
                recognized == null || recognized.problem() == null ? "the page was not read" : recognized.problem();
        Instant at = events.stream()
                .filter(event -> event.page() == page.n())
                .map(Event::at)
                .max(Instant::compareTo)
                .orElse(contents.begun());
        String detail = "text recognition gave no text: " + why;
        return new Event(
                named("unread " + page.n() + " " + detail),
                at,
                EventType.CREATION,
                page.n(),
                Event.Outcome.FAILURE,
                detail,
                colophon);
    }

    private Optional<Page> page(Event event) {
        return contents.dossier().pages().stream()
                .filter(page -> page.n() == event.page())
                .findFirst();
    }

    private Identifier scan(Page page) {
        return contents.masterOf(page)
                .map(master -> Identifier.path(master.object(page)))
                .orElse(Identifier.ark(contents.ark(page)));
    }

    private UUID named(String key) {
        String name = contents.dossier().item().ark() + " " + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
