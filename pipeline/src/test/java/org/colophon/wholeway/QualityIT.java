package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans held against quality profiles by the packaged program: as a dry run, and on their way in. */
class QualityIT {
    private static final Path SAMPLES = Path.of("..", "sample-scans");

    @TempDir
    Path folder;

    private Program colophon() {
        return new Program(folder.resolve("home"), "--set", "web.port=0");
    }

    private static List<String> rules(JsonNode page) {
        List<String> rules = new ArrayList<>();
        page.get("findings").forEach(finding -> rules.add(finding.get("rule").asText()));
        return rules;
    }

    private static Map<String, String> digests(Path of) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(of)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> digests.put(of.relativize(file).toString(), Digests.sha512(file)));
        }
        return digests;
    }

    @Test
    void aCheckTellsOfEveryPageAndKeepsNothing() throws IOException {
        Path scans = folder.resolve("scans");
        DemoIT.copy(SAMPLES, scans);
        Program.Ended ended = colophon().run("check", scans.toString(), "--json");
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        JsonNode report = Program.tree(ended.out());
        assertThat(report.get("objects")).hasSize(9);
        assertThat(report.get("pages").asInt()).isEqualTo(22);
        assertThat(report.get("refused").asInt()).isEqualTo(1);
        JsonNode damaged = report.get("objects").get(8);
        assertThat(damaged.get("path").asText()).endsWith("09-damaged");
        assertThat(damaged.get("pages").get(1).get("verdict").asText()).isEqualTo("refused");
        assertThat(rules(report.get("objects").get(4).get("pages").get(1))).contains("blank");
        assertThat(digests(scans)).isEqualTo(digests(SAMPLES));
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void aCheckAgainstAProfileSaysWhatItAsksAndWhatItCannotJudge() {
        Program.Ended ended =
                colophon().run("check", SAMPLES.resolve("03-ledger").toString(), "--profile", "fadgi-3-star");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out())
                .contains("Quality profile: fadgi-3-star (FADGI, 3 stars)")
                .contains("    1  ledger.jpg  refused")
                .contains("JPEG, the profile fadgi-3-star asks for TIFF, JPEG_2000 or PDF")
                .contains("Not judged, since it takes a scanned target: tone response")
                .contains("objects 1, pages 1, refused 1");
    }

    @Test
    void aWrongProfileEndsTheStartWithFileLineAndKey() throws IOException {
        Path own = Files.createDirectories(folder.resolve("home/quality")).resolve("ours.yml");
        Files.writeString(own, "rules:\n  resolution: { at-last: 300 }\n");
        Program.Ended ended = colophon().run("run");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains(own + ", line 2: rules.resolution.at-last is no key");
        assertThat(colophon()
                        .run("check", SAMPLES.toString(), "--profile", "theirs")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whatDoesNotMeetItsCollectionsProfileGoesBackWithWhatToDo() throws IOException {
        Path own = Files.createDirectories(folder.resolve("home/quality")).resolve("ours.yml");
        Files.writeString(own, "rules: { resolution: { at-least: 500, rescan-at: 600 } }\nnot-judged: [tone]\n");
        Path object = folder.resolve("gap");
        Files.createDirectory(object);
        for (int number : new int[] {1, 2, 3, 5, 6}) {
            Files.copy(
                    SAMPLES.resolve("02-chapter/chapter_0" + number + ".tif"),
                    object.resolve("chapter_0" + number + ".tif"));
        }
        Program colophon = new Program(folder.resolve("home"), "--set", "web.port=0", "--set", "quality.profile=ours");
        Program.Ended ended = colophon.run("ingest", object.toString());
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        JsonNode item = colophon.show(colophon.itemOf("gap").get("id").asText());
        assertThat(item.get("state").asText()).isEqualTo("rejected");
        assertThat(item.get("reason").asText())
                .contains(
                        "page 1, chapter_01.tif: ",
                        "dpi, the profile ours asks for at least 500; rescan at 600 or more");
        assertThat(rules(item.get("pages").get(3))).contains("resolution", "number-missing");
        List<String> details = new ArrayList<>();
        item.get("events").forEach(event -> details.add(event.get("detail").asText()));
        assertThat(details)
                .anyMatch(detail ->
                        detail.startsWith("quality profile ours: not kept: ") && detail.endsWith("not judged: tone"))
                .anyMatch(detail -> detail.contains("number-missing: the number 04 is missing"));
    }
}
