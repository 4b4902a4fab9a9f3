package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.colophon.preserve.Judge;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The one-shot command, and what is done to an item later: read again, described anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionsIT {
    private static final Path SAMPLES =
            Path.of("..", "sample-scans").toAbsolutePath().normalize();

    @TempDir
    static Path folder;

    private Program colophon;
    private String letter;

    @BeforeAll
    void ingestALetter() {
        colophon = new Program(folder.resolve("home"));
        Program.Ended ended =
                colophon.run("ingest", SAMPLES.resolve("01-letter").toString());
        assertThat(ended.out().lines().reduce((a, b) -> b).orElse(""))
                .as(ended.out() + ended.err())
                .matches("deposited 1, rejected 0, duplicate 0, set aside 0, pages 2, seconds \\d+\\.\\d");
        assertThat(ended.code()).isZero();
        letter = colophon.itemOf("01-letter").get("id").asText();
    }

    @Test
    void theOriginalsStayWhereTheyAre() {
        assertThat(SAMPLES.resolve("01-letter").resolve("metadata").resolve("metadata.csv"))
                .exists();
        assertThat(SAMPLES.resolve("01-letter").resolve("RECEIPT.txt")).doesNotExist();
    }

    @Test
    void theSameCommandAgainTakesNothingTwice() {
        Program.Ended again =
                colophon.run("ingest", SAMPLES.resolve("01-letter").toString());
        assertThat(again.out()).as(again.err()).contains("deposited 1, rejected 0, duplicate 0");
        assertThat(colophon.list().stream()
                        .filter(item -> item.get("source").asText().endsWith("/01-letter")))
                .hasSize(1);
    }

    @Test
    void aBadObjectEndsWithThree() {
        Program.Ended ended =
                colophon.run("ingest", SAMPLES.resolve("09-damaged").toString(), "--give-up", "1s");
        assertThat(ended.out()).contains("deposited 0, rejected 1, duplicate 0");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void laterVersionsHoldOnlyWhatChanged() throws Exception {
        Path metadata = Files.writeString(
                folder.resolve("metadata.csv"), "filename,dc.title,dc.language\n,A letter with a new title,en\n");
        Program.Ended described = colophon.run("describe", letter, "--metadata", metadata.toString());
        assertThat(described.out()).as(described.err()).contains("deposited as version 2");
        Program.Ended read = colophon.run("recognize", letter, "--language", "eng");
        assertThat(read.out()).as(read.err()).contains("deposited as version 3");

        JsonNode item = colophon.show(letter);
        assertThat(item.get("title").asText()).isEqualTo("A letter with a new title");
        assertThat(item.get("version").asInt()).isEqualTo(3);

        Path stored = folder.resolve("stored");
        assertThat(colophon.run("export", letter, "--to", stored.toString(), "--as", "ocfl")
                        .code())
                .isZero();
        assertThat(content(stored.resolve(letter).resolve("v1")))
                .anyMatch(name -> name.endsWith("master/data/0001.tif"));
        assertThat(content(stored.resolve(letter).resolve("v2")))
                .anyMatch(name -> name.endsWith("dc.xml"))
                .noneMatch(name -> name.endsWith(".tif") || name.matches(".*ocr/data/.*"));
        assertThat(content(stored.resolve(letter).resolve("v3"))).noneMatch(name -> name.endsWith(".tif"));

        Path exported = folder.resolve("exported");
        colophon.run("export", letter, "--to", exported.toString());
        Judge.assertIsPackage(exported.resolve(letter));
        ValidObjects.check(
                colophon.home().resolve("store").resolve("colophon-archive"),
                List.of(item.get("ark").asText()));
    }

    private static List<String> content(Path version) throws IOException {
        if (!Files.exists(version.resolve("content"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(version.resolve("content"))) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    @Test
    void anUnknownItemIsSaidToBeOne() {
        Program.Ended ended = colophon.run("show", "c1nosuchitem");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("there is no item c1nosuchitem").doesNotContain("\tat ");
    }
}
