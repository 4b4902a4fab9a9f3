package org.colophon.preserve;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.colophon.item.Access;
import org.colophon.item.Agent;
import org.colophon.item.Description;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Fixity;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Page;
import org.colophon.item.Source;
import org.colophon.item.SourcePath;
import org.colophon.item.StoredFile;
import org.colophon.item.Verdict;
import org.colophon.port.History;
import org.colophon.port.StepResult;
import org.colophon.port.Workspace;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Quad;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Wire;

/** Builds dossiers for tests, with real bytes in a workspace. The same calls build the same dossier. */
public final class Sample {
    public static final Instant DAY = Instant.parse("2026-03-01T09:00:00Z");
    public static final Identification TIFF =
            new Identification("fmt/353", "Tagged Image File Format", null, "image/tiff");
    public static final Identification PDF = new Identification("fmt/18", "Acrobat PDF 1.4", "1.4", "application/pdf");
    public static final ImageFacts FACTS = new ImageFacts(
            2480,
            3508,
            6,
            List.of(8, 8, 8),
            "RGB",
            "LZW",
            "little endian",
            300.0,
            299.72,
            "in.",
            "sRGB IEC61966-2.1",
            0,
            new ImageFacts.Capture("Zeutschel", "OS 12000", "OmniScan 12", "2026-02-27T14:03:09"));

    public final ItemId id;
    private final Workspace workspace;
    private final List<StoredFile> files = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final Map<Integer, StepResult.Examined> examined = new HashMap<>();
    private final Map<Integer, StepResult.Recognized> recognized = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private String title = "A letter to Ada";
    private Description description = new Description(List.of(
            new Description.Term("title", "A letter to Ada"),
            new Description.Term("created", "1843"),
            new Description.Term("language", "en")));
    private Access access = new Access(Access.Level.LOGIN, LocalDate.of(2030, 1, 1));
    private History.Round round = new History.Round(1, DAY.plusSeconds(1), "ingest");
    private int happened;

    public Sample(String name, Workspace workspace) {
        this.id = new ItemId(name);
        this.workspace = workspace;
        event(EventType.INGESTION_START, 0, Event.Outcome.SUCCESS, "dropped into the inbox", colophon());
    }

    public static Agent colophon() {
        return Agent.colophon("0.1.0");
    }

    /** A scan of so many pages, examined; its bytes are made up of its name. */
    public Sample master(String name, Identification kind, int count, ImageFacts facts) {
        StoredFile file = file(StoredFile.Role.MASTER, name, bytes(name, 5000));
        for (int index = 0; index < count; index++) {
            int n = pages.size() + 1;
            pages.add(new Page(n, file.n(), index, name, n == 1 ? "i" : null, n == 2 ? "Chapter <1>" : null));
            Result.Examination examination = new Result.Examination(kind, facts, List.of(), List.of(), List.of(), null);
            examined.put(n, new StepResult.Examined(Verdict.ACCEPTED, examination, List.of()));
            event(
                    EventType.FORMAT_IDENTIFICATION,
                    n,
                    Event.Outcome.SUCCESS,
                    kind.puid(),
                    Agent.software("DROID", "6.8.0"));
        }
        return this;
    }

    /** Something else that was delivered. */
    public Sample delivered(String name, String text) {
        file(StoredFile.Role.DOCUMENTATION, name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The text of a page. */
    public Sample text(int page, PageText text) {
        byte[] json = Wire.write(text).getBytes(StandardCharsets.UTF_8);
        Fixity fixity = workspace.copyIn(id, new ByteArrayInputStream(json));
        recognized.put(
                page, new StepResult.Recognized(fixity, text.characters(), text.confidence(), List.of("eng"), null));
        Agent engine = Agent.software(text.engine().name(), text.engine().version());
        event(EventType.CREATION, page, Event.Outcome.SUCCESS, "text recognition: languages eng", engine);
        return this;
    }

    /** The same text on every page. */
    public Sample texts(PageText text) {
        pages.forEach(page -> text(page.n(), text));
        return this;
    }

    /** A page that could not be read. */
    public Sample unread(int page, String problem) {
        recognized.put(page, new StepResult.Recognized(null, 0, null, List.of(), problem));
        return this;
    }

    public Sample described(String title, Description description) {
        this.title = title;
        this.description = description;
        return this;
    }

    /** The next round of work. */
    public Sample round(int number, String reason) {
        round = new History.Round(number, DAY.plusSeconds(3600L * number), reason);
        event(EventType.METADATA_MODIFICATION, 0, Event.Outcome.SUCCESS, reason, Agent.person("Grace"));
        return this;
    }

    public List<Page> pages() {
        return List.copyOf(pages);
    }

    public List<StoredFile> files() {
        return List.copyOf(files);
    }

    /** All of it. */
    public History.Dossier dossier() {
        Source source = new Source(SourcePath.of(Path.of("/scans/in box/letter")), Source.Origin.INBOX);
        Item item = new Item(
                id,
                id.ark("99999"),
                title,
                "default",
                source,
                ItemState.PRESERVING,
                pages.size(),
                round.number() - 1,
                round.number(),
                null,
                List.of("en"),
                description,
                access,
                "http://rightsstatements.org/vocab/NKC/1.0/",
                "c".repeat(128),
                DAY,
                null,
                null);
        return new History.Dossier(
                item,
                List.copyOf(files),
                List.copyOf(pages),
                Map.copyOf(examined),
                Map.copyOf(recognized),
                List.copyOf(events),
                round);
    }

    /** Two words on one line, the second turned. */
    public static PageText twoWords(String first, String second) {
        Quad turned = new Quad(300, 110, 420, 90, 425, 130, 305, 150);
        PageText.Line line = new PageText.Line(
                Quad.upright(100, 90, 425, 150),
                List.of(
                        new PageText.Word(first, Quad.upright(100, 100, 250, 140), 96.51),
                        new PageText.Word(second, turned, 42)));
        PageText.Block block = new PageText.Block(Quad.upright(90, 80, 430, 160), List.of(line));
        PageText.Engine engine = new PageText.Engine(
                "Tesseract", "5.5.3", List.of("eng"), Map.of("tessedit_do_invert", "0", "psm", "3"));
        return new PageText(2480, 3508, 1, List.of(block), engine);
    }

    /** A page on which nothing was found. */
    public static PageText blank() {
        return new PageText(
                2480, 3508, 1, List.of(), new PageText.Engine("Tesseract", "5.5.3", List.of("eng"), Map.of()));
    }

    private StoredFile file(StoredFile.Role role, String name, byte[] bytes) {
        Fixity fixity = workspace.copyIn(id, new ByteArrayInputStream(bytes));
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        StoredFile file = new StoredFile(files.size() + 1, role, name, extension, fixity, DAY.minusSeconds(86400));
        files.add(file);
        return file;
    }

    private void event(EventType type, int page, Event.Outcome outcome, String detail, Agent agent) {
        happened++;
        UUID name = UUID.nameUUIDFromBytes((id + " " + happened).getBytes(StandardCharsets.UTF_8));
        events.add(new Event(name, round.began().plusMillis(happened), type, page, outcome, detail, agent));
    }

    private static byte[] bytes(String seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed.hashCode()).nextBytes(bytes);
        return bytes;
    }
}
