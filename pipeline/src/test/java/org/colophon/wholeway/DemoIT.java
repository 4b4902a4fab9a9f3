package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colophon.preserve.Judge;
import org.colophon.samples.SampleScans;
import org.colophon.samples.SampleTruth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code colophon demo} on a fresh home, looked at from all sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private static final Path SAMPLES = Path.of("..", "sample-scans");

    @TempDir
    static Path folder;

    private Program colophon;
    private Process service;

    @BeforeAll
    void runTheDemo() {
        colophon = new Program(folder.resolve("home"), "--set", "web.port=0");
        service = colophon.start("demo");
        Program.await("nine outcomes", Duration.ofMinutes(6), () -> {
            assertThat(service.isAlive()).as(Program.text(colophon.log())).isTrue();
            return Program.text(colophon.log())
                            .lines()
                            .filter(line -> line.matches("(deposited|rejected|set aside|duplicate) +.*"))
                            .count()
                    == 9;
        });
    }

    @AfterAll
    void endTheDemo() {
        Program.stop(service);
    }

    @Test
    void eightObjectsAreInDoneWithAReceipt() throws IOException {
        assertThat(names(colophon.home().resolve("done"))).hasSize(8).allSatisfy(name -> assertThat(
                        colophon.home().resolve("done").resolve(name).resolve("RECEIPT.txt"))
                .exists());
    }

    @Test
    void theDamagedObjectIsRejectedWithTheBadPageNamed() {
        Path rejected = colophon.home().resolve("rejected").resolve("09-damaged");
        assertThat(Program.text(rejected.resolve("WHY.txt")))
                .contains("card_2.tif")
                .doesNotContain("card_1.tif:")
                .doesNotContain("card_3.tif:");
        assertThat(colophon.itemOf("09-damaged").get("state").asText()).isEqualTo("rejected");
    }

    @Test
    void theInboxIsEmptyButForItsStatus() throws IOException {
        assertThat(names(colophon.home().resolve("inbox"))).isSubsetOf("STATUS.txt");
    }

    @Test
    void everyItemIsPublishedWithItsPages() {
        List<JsonNode> items = colophon.list();
        assertThat(items).hasSize(9);
        assertThat(items.stream()
                        .filter(item -> item.get("state").asText().equals("published"))
                        .mapToInt(item -> item.get("pageCount").asInt())
                        .sum())
                .isEqualTo(2 + 6 + 1 + 1 + 2 + 2 + 3 + 2);
    }

    @Test
    void theMastersInTheBucketAreTheBytesThatWereDropped() throws IOException {
        Set<String> stored = digests(colophon.home().resolve("store").resolve("colophon-archive"));
        try (Stream<Path> scans = Files.walk(SAMPLES)) {
            assertThat(scans.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().contains("09-damaged"))
                            .filter(file -> !file.endsWith(Path.of("sample-scans", "README.md")))
                            .map(DemoIT::sha512))
                    .isNotEmpty()
                    .allSatisfy(digest -> assertThat(stored).contains(digest));
        }
    }

    @Test
    void theExportedPackagesAreValid() throws Exception {
        for (JsonNode item : published()) {
            Path target = folder.resolve("export");
            assertThat(colophon.run("export", item.get("id").asText(), "--to", target.toString())
                            .code())
                    .isZero();
            Judge.assertIsPackage(target.resolve(item.get("id").asText()));
            Judge.assertFollowsSchemas(target.resolve(item.get("id").asText()));
        }
    }

    @Test
    void theStoredObjectsAreValidOcflWithTheirFixity() {
        ValidObjects.check(
                colophon.home().resolve("store").resolve("colophon-archive"),
                published().stream().map(item -> item.get("ark").asText()).toList());
    }

    @Test
    void theWordsLieWhereTheyWereSet() {
        WordBoxes boxes = new WordBoxes();
        for (JsonNode item : published()) {
            Path target = folder.resolve("words");
            String id = item.get("id").asText();
            colophon.run("export", id, "--to", target.toString());
            String object = item.get("source").asText().replaceAll(".*/", "");
            JsonNode pages = colophon.show(id).get("pages");
            for (SampleTruth.Page truth : SampleScans.truth()) {
                if (truth.object().equals(object)) {
                    boxes.compare(truth, alto(target.resolve(id), pages, truth));
                }
            }
        }
        assertThat(boxes.total()).isGreaterThan(2_500);
        assertThat(boxes.share()).as(boxes.report()).isGreaterThanOrEqualTo(0.95);
    }

    private static Path alto(Path exported, JsonNode pages, SampleTruth.Page truth) {
        for (JsonNode page : pages) {
            boolean same = truth.file().endsWith(page.get("name").asText().replaceAll(".*/", ""))
                    && page.get("index").asInt() == truth.index();
            if (same) {
                return exported.resolve(String.format(
                        "representations/ocr/data/%04d.xml", page.get("n").asInt()));
            }
        }
        throw new AssertionError("no page of " + truth.file() + " " + truth.index());
    }

    @Test
    void theReadingRoomShowsAnItemItsPageAndItsText() {
        String web = colophon.runFile().get("web").asText();
        String id = colophon.itemOf("02-chapter").get("id").asText();
        assertThat(get(web + "/").body()).contains("/items/" + id);
        assertThat(get(web + "/items/" + id).statusCode()).isEqualTo(200);
        String word = SampleScans.truth().stream()
                .filter(page -> page.object().equals("02-chapter"))
                .findFirst()
                .orElseThrow()
                .words()
                .stream()
                .map(SampleTruth.Word::text)
                .filter(text -> text.matches("[a-z]{6,}"))
                .findFirst()
                .orElseThrow();
        assertThat(get(web + "/items/" + id + "/pages/1").body()).contains(word);
        assertThat(get(web + "/items/" + id + "/text").body()).contains(word);
        assertThat(get(web + "/items/" + id + "/pages/99").statusCode()).isEqualTo(404);
    }

    @Test
    void theHomeIsLockedForASecondService() {
        Program.Ended second = colophon.run("run");
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err()).contains("in use by another Colophon").doesNotContain("\tat ");
    }

    @Test
    void theSameFolderDroppedAgainIsADuplicate() throws IOException {
        Path again = colophon.home().resolve("inbox").resolve("once-more");
        copy(SAMPLES.resolve("03-ledger"), again);
        Path note = colophon.home().resolve("duplicate").resolve("once-more").resolve("DUPLICATE.txt");
        Program.await("the duplicate to be settled", Duration.ofMinutes(2), () -> Files.exists(note));
        assertThat(Program.text(note))
                .contains(colophon.itemOf("03-ledger").get("id").asText());
    }

    private List<JsonNode> published() {
        return colophon.list().stream()
                .filter(item -> item.get("state").asText().equals("published"))
                .toList();
    }

    private static HttpResponse<String> get(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    static Set<String> digests(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(DemoIT::sha512).collect(Collectors.toSet());
        }
    }

    static String sha512(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
