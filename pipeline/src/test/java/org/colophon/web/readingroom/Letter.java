package org.colophon.web.readingroom;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.colophon.item.Access;
import org.colophon.item.Description;
import org.colophon.item.Fixity;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Page;
import org.colophon.item.Source;
import org.colophon.item.SourcePath;
import org.colophon.item.StoredFile;
import org.colophon.item.Verdict;
import org.colophon.port.AccessCopies.Kind;
import org.colophon.port.History.PageStatus;
import org.colophon.port.StepResult;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Quad;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Wire;

/** Makes items for the tests of the reading room: their pages, drawn, and the text on them. */
public final class Letter {
    /** When all of them were published. */
    public static final Instant PUBLISHED = Instant.parse("2026-03-12T09:30:00Z");

    private Letter() {}

    /** A published item, open to all. */
    public static Item item(String id, String title, int pages) {
        Description description = new Description(List.of(
                new Description.Term("title", title),
                new Description.Term("creator", "Anna Blum"),
                new Description.Term("date", "1911"),
                new Description.Term("language", "ger")));
        return item(id, title, pages, ItemState.PUBLISHED, Access.OPEN, description);
    }

    /** An item in any state. */
    public static Item item(
            String id, String title, int pages, ItemState state, Access access, Description description) {
        return new Item(
                new ItemId(id),
                "ark:99999/" + id,
                title,
                "default",
                new Source(SourcePath.of(Path.of("letter")), Source.Origin.INBOX),
                state,
                pages,
                1,
                1,
                null,
                List.of("ger"),
                description,
                access,
                "http://rightsstatements.org/vocab/NoC-US/1.0/",
                "0".repeat(128),
                PUBLISHED,
                PUBLISHED,
                PUBLISHED);
    }

    /** The same item before it was ever published. */
    public static Item unpublished(Item item) {
        return copy(item, item.collection(), ItemState.DEPOSITED, null);
    }

    /** The same item in another collection. */
    public static Item in(String collection, Item item) {
        return copy(item, collection, item.state(), item.publishedAt());
    }

    private static Item copy(Item item, String collection, ItemState state, Instant publishedAt) {
        return new Item(
                item.id(),
                item.ark(),
                item.title(),
                collection,
                item.source(),
                state,
                item.pageCount(),
                item.version(),
                item.round(),
                item.reason(),
                item.languages(),
                item.description(),
                item.access(),
                item.rights(),
                item.contentIdentity(),
                item.createdAt(),
                item.depositedAt(),
                publishedAt);
    }

    /** Pages with these texts, a line break between lines; an empty text is a page of which none could be read. */
    public static List<PageStatus> pages(List<String> texts) {
        List<PageStatus> pages = new ArrayList<>();
        for (int n = 1; n <= texts.size(); n++) {
            pages.add(page(n, texts.get(n - 1)));
        }
        return pages;
    }

    /** One page. */
    public static PageStatus page(int n, String text) {
        StoredFile file = new StoredFile(
                n,
                StoredFile.Role.MASTER,
                n + ".tif",
                "tif",
                fixity(("master " + n).getBytes(StandardCharsets.UTF_8)),
                PUBLISHED);
        StepResult.Recognized recognized = text.isEmpty()
                ? new StepResult.Recognized(null, 0, null, List.of(), "the worker died three times")
                : new StepResult.Recognized(fixity(json(text)), text.length(), 87, List.of("deu"), null);
        return new PageStatus(
                new Page(n, n, 0, n + ".tif", n == 1 ? "i" : null, n == 1 ? "The beginning" : null),
                file,
                Verdict.ACCEPTED,
                examined(),
                recognized,
                List.of());
    }

    /** What the step of publishing would have put for these pages. */
    public static void put(CopiesInMemory copies, ItemId id, List<String> texts) {
        for (int n = 1; n <= texts.size(); n++) {
            String text = texts.get(n - 1);
            copies.put(id, n, Kind.THUMBNAIL, image(text, 283, 400));
            copies.put(id, n, Kind.READING, image(text, 1131, 1600));
            if (!text.isEmpty()) {
                copies.put(id, n, Kind.PAGE_TEXT, json(text));
                copies.put(id, n, Kind.PLAIN, text.getBytes(StandardCharsets.UTF_8));
                copies.put(id, n, Kind.ALTO, ("<alto n=\"" + n + "\"/>").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** The page text as JSON: paragraphs part at an empty line; words that begin with {@code ?} are uncertain. */
    public static byte[] json(String text) {
        List<PageText.Block> blocks = new ArrayList<>();
        Quad anywhere = Quad.upright(0, 0, 100, 100);
        for (String paragraph : text.split("\n\n")) {
            List<PageText.Line> lines = new ArrayList<>();
            for (String line : paragraph.split("\n")) {
                List<PageText.Word> words = new ArrayList<>();
                for (String word : line.split(" ")) {
                    boolean unsure = word.startsWith("?");
                    words.add(new PageText.Word(unsure ? word.substring(1) : word, anywhere, unsure ? 31 : 95));
                }
                lines.add(new PageText.Line(anywhere, words));
            }
            blocks.add(new PageText.Block(anywhere, lines));
        }
        PageText.Engine engine = new PageText.Engine("Tesseract", "5.5.3", List.of("deu"), Map.of());
        return Wire.write(new PageText(2480, 3508, 1, blocks, engine)).getBytes(StandardCharsets.UTF_8);
    }

    /** The digests of these bytes. */
    public static Fixity fixity(byte[] bytes) {
        return new Fixity(digest("SHA-512", bytes), digest("SHA-256", bytes), bytes.length);
    }

    private static StepResult.Examined examined() {
        Derived thumbnail = new Derived(Derived.Role.THUMBNAIL, "t.jpg", "image/jpeg", 283, 400, "scaled");
        Derived reading = new Derived(Derived.Role.READING, "r.jpg", "image/jpeg", 1131, 1600, "scaled");
        return new StepResult.Examined(
                Verdict.ACCEPTED,
                new Result.Examination(null, null, List.of(), List.of(), List.of(thumbnail, reading), null),
                List.of(
                        new StepResult.Kept(thumbnail, fixity(image("", 283, 400))),
                        new StepResult.Kept(reading, fixity(image("", 1131, 1600)))));
    }

    private static byte[] image(String text, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xf3ead7));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x2b2520));
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, width / 28));
        int y = height / 9;
        for (String line : text.replace("?", "").split("\n")) {
            pen.drawString(line, width / 9, y);
            y += width / 19;
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
