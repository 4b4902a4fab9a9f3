package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colophon.wholeway.Program.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench measures the packaged program on two pages. */
class BenchIT {
    @TempDir
    Path folder;

    @Test
    void whatTheWholeWayCostsIsMeasuredAndAddsUp() throws IOException {
        Path scans = folder.resolve("scans");
        DemoIT.copy(Path.of("..", "sample-scans", "06-sideways"), scans);
        Program colophon = new Program(folder.resolve("home"));

        Ended ended = colophon.run("bench", scans.toString(), "--passes", "1", "--items", "2", "--json");

        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode report = Program.tree(ended.out());
        JsonNode pass = report.get("passes").get(0);
        assertThat(report.get("pages").asInt()).isEqualTo(2);
        assertThat(report.get("fileSystem").asText())
                .isEqualTo(Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                        .type());
        JsonNode way = pass.get("wholeWay");
        JsonNode recognition = pass.get("recognition");
        assertThat(way.get("pages").asInt()).isEqualTo(2);
        assertThat(way.get("pagesPerSecond").asDouble() * way.get("seconds").asDouble())
                .isBetween(1.98, 2.02);
        assertThat(way.get("seconds").asDouble())
                .as("recognition is a part of the whole way")
                .isGreaterThan(recognition.get("seconds").asDouble() / 2);
        assertThat(report.get("onePageItem").get("items").asInt()).isEqualTo(2);
        assertThat(report.get("onePageItem").get("medianSeconds").asDouble()).isBetween(0.01, 60.0);
        if (Files.isReadable(Path.of("/proc/self/stat"))) {
            double parts = 0;
            for (JsonNode part : pass.get("parts")) {
                parts += part.get("cpuSeconds").asDouble();
            }
            double all = way.get("cpuSeconds").asDouble();
            assertThat(parts).as("the parts of " + all + " s").isBetween(all * 0.7, all * 1.3);
            assertThat(report.get("peakResidentBytes").asLong()).isBetween(200_000_000L, 4_000_000_000L);
        }
    }

    @Test
    void whatCannotBeMeasuredIsSaid() throws IOException {
        Program colophon = new Program(folder.resolve("home"));
        assertThat(colophon.run("bench", folder.resolve("nowhere").toString())).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("nowhere");
        });
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(colophon.run("bench", empty.toString())).satisfies(ended -> {
            assertThat(ended.code()).isNotZero();
            assertThat(ended.err()).contains("empty");
        });
    }
}
