package org.colophon.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.item.Verdict;
import org.colophon.port.AccessCopies;
import org.colophon.port.AccessCopies.Kind;
import org.colophon.port.History;
import org.colophon.port.StepResult.Kept;

/**
 * The account of one dropped folder when all work is done: nothing lost, nothing twice, nothing half-done, nothing left
 * lying about.
 *
 * @param home of the house
 * @param stored where the store keeps its buckets on disk
 * @param dropped the files of the folder, by name
 */
record Reckoning(Path home, Path stored, Map<String, byte[]> dropped) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Holds the whole account. */
    void holds(History history, AccessCopies copies, String folder, int versions) throws IOException {
        assertThat(history.items()).as("items in the ledger").hasSize(1);
        Item item = history.items().get(0);
        assertThat(item.state()).as(() -> story(history, item)).isEqualTo(ItemState.PUBLISHED);
        assertThat(item.version()).isEqualTo(versions);
        assertThat(item.reason()).isNull();
        assertNothingIsBlamed(history, item);
        assertTheEventsAreToldOnce(history.events(item.id()), versions);
        assertTheFolderIsSettled(folder);
        assertTheWorkspaceIsEmpty();
        assertTheArchiveHolds(item, versions);
        assertReadersHaveTheirCopies(history, copies, item);
    }

    private static String story(History history, Item item) {
        return item + "\n" + history.events(item.id());
    }

    private void assertNothingIsBlamed(History history, Item item) {
        List<History.PageStatus> pages = history.pages(item.id());
        assertThat(pages).hasSize(2).allSatisfy(page -> {
            assertThat(page.verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(page.examined().examination().refused()).isFalse();
            assertThat(page.recognized().problem()).isNull();
            assertThat(page.recognized().text()).isNotNull();
        });
    }

    private static void assertTheEventsAreToldOnce(List<Event> events, int versions) {
        assertThat(events).noneMatch(event -> event.outcome() == Event.Outcome.FAILURE);
        assertThat(count(events, EventType.INGESTION_START)).isEqualTo(1);
        assertThat(count(events, EventType.INGESTION_END)).isEqualTo(1);
        assertThat(count(events, EventType.INFORMATION_PACKAGE_CREATION)).isEqualTo(versions);
        assertThat(count(events, EventType.CREATION)).isEqualTo(2L * versions);
    }

    private static long count(List<Event> events, EventType type) {
        return events.stream().filter(event -> event.type() == type).count();
    }

    private void assertTheFolderIsSettled(String folder) throws IOException {
        assertThat(names(home.resolve("inbox"))).containsExactly("STATUS.txt");
        assertThat(names(home.resolve("rejected"))).isEmpty();
        assertThat(names(home.resolve("duplicate"))).isEmpty();
        assertThat(names(home.resolve("done"))).containsExactly(folder);
        List<String> expected = new ArrayList<>(dropped.keySet());
        expected.add("RECEIPT.txt");
        Path done = home.resolve("done").resolve(folder);
        assertThat(names(done)).containsExactlyInAnyOrderElementsOf(expected);
        for (Map.Entry<String, byte[]> file : dropped.entrySet()) {
            assertThat(Files.readAllBytes(done.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    private void assertTheWorkspaceIsEmpty() throws IOException {
        for (String part : List.of("items", "scratch", "ocfl")) {
            assertThat(files(home.resolve("work").resolve(part)))
                    .as("left in work/" + part)
                    .isEmpty();
        }
    }

    /** What OCFL 1.1 asks of an object, by a few lines of our own: stray files, digests, sidecar, head. */
    private void assertTheArchiveHolds(Item item, int versions) throws IOException {
        Path object = objectRoot(item.ark());
        String sidecar = Files.readString(object.resolve("inventory.json.sha512"));
        assertThat(sidecar).startsWith(sha512(object.resolve("inventory.json")) + " ");
        JsonNode inventory = JSON.readTree(object.resolve("inventory.json").toFile());
        assertThat(inventory.get("head").asText()).isEqualTo("v" + versions);
        TreeSet<String> expected =
                new TreeSet<>(List.of("0=ocfl_object_1.1", "inventory.json", "inventory.json.sha512"));
        for (int version = 1; version <= versions; version++) {
            expected.add("v" + version + "/inventory.json");
            expected.add("v" + version + "/inventory.json.sha512");
            expected.add("logs/v" + version + "-deposit.premis.xml");
        }
        for (Map.Entry<String, JsonNode> entry : inventory.get("manifest").properties()) {
            for (JsonNode path : entry.getValue()) {
                assertThat(sha512(object.resolve(path.asText())))
                        .as(path.asText())
                        .isEqualTo(entry.getKey());
                expected.add(path.asText());
            }
        }
        assertThat(files(object)).containsExactlyInAnyOrderElementsOf(expected);
        assertEverySourceIsThereOnce(inventory, versions);
    }

    private void assertEverySourceIsThereOnce(JsonNode inventory, int versions) {
        JsonNode state = inventory.get("versions").get("v" + versions).get("state");
        dropped.forEach(
                (name, bytes) -> assertThat(state.path(sha512(bytes))).as(name).hasSize(1));
        assertThat(inventory.get("versions")).hasSize(versions);
    }

    /** Layout 0003-hash-and-id-n-tuple: the SHA-256 of the id, 3 × 3 characters, then the id itself. */
    Path objectRoot(String ark) {
        String hash = HexFormat.of().formatHex(digest("SHA-256").digest(ark.getBytes(StandardCharsets.UTF_8)));
        return stored.resolve("colophon-archive")
                .resolve(hash.substring(0, 3))
                .resolve(hash.substring(3, 6))
                .resolve(hash.substring(6, 9))
                .resolve(ark.replace(":", "%3a").replace("/", "%2f"));
    }

    private void assertReadersHaveTheirCopies(History history, AccessCopies copies, Item item) throws IOException {
        for (History.PageStatus page : history.pages(item.id())) {
            int n = page.page().n();
            for (Kept kept : page.examined().derived()) {
                Kind kind =
                        switch (kept.derived().role()) {
                            case THUMBNAIL -> Kind.THUMBNAIL;
                            case READING -> Kind.READING;
                            case PAGE_IMAGE -> null;
                        };
                if (kind != null) {
                    assertThat(sha512(copy(copies, item, n, kind)))
                            .as(kind.file())
                            .isEqualTo(kept.fixity().sha512());
                }
            }
            assertThat(sha512(copy(copies, item, n, Kind.PAGE_TEXT)))
                    .isEqualTo(page.recognized().text().sha512());
            assertThat(new String(copy(copies, item, n, Kind.ALTO), StandardCharsets.UTF_8))
                    .contains("</alto>");
            assertThat(copy(copies, item, n, Kind.PLAIN)).isNotEmpty();
        }
    }

    private static byte[] copy(AccessCopies copies, Item item, int page, Kind kind) throws IOException {
        try (InputStream bytes = copies.open(item.id(), page, kind).orElseThrow()) {
            return bytes.readAllBytes();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path))
                    .map(path -> folder.relativize(path).toString())
                    .toList();
        }
    }

    private static String sha512(Path file) throws IOException {
        return sha512(Files.readAllBytes(file));
    }

    private static String sha512(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-512").digest(bytes));
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
