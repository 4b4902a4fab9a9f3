package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What monitors and operators see of the packaged program: health, metrics, and the log. */
class SeeingInsideIT {
    private static final Set<String> PARTS = Set.of("store", "database", "broker", "workers", "disk", "inbox");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private String web;

    @Test
    void healthMetricsAndLogTellOfAnItemAndOfAStoreThatDied() throws IOException {
        Program colophon = new Program(
                folder.resolve("home"),
                "--set",
                "web.port=0",
                "--set",
                "inbox.quiet=1s",
                "--set",
                "inbox.every=500ms",
                "--set",
                "log.format=json");
        Process service = colophon.start("run");
        try {
            Program.await(
                    "the service to be up",
                    Duration.ofMinutes(2),
                    () -> Files.exists(colophon.home().resolve("run.json"))
                            && !colophon.runFile().get("web").isNull());
            web = colophon.runFile().get("web").asText();
            Program.await("every part to be up", Duration.ofSeconds(30), () -> health("UP"));
            DemoIT.copy(
                    Path.of("..", "sample-scans", "06-sideways"),
                    colophon.home().resolve("inbox").resolve("two\nlines"));
            Program.await(
                    "the item to be readable",
                    Duration.ofMinutes(3),
                    () -> sample("colophon_items_total{outcome=\"done\",step=\"publish\"}") == 1);
            assertThat(sample("colophon_pages_total{outcome=\"done\",step=\"examine\"}"))
                    .isEqualTo(2);
            assertThat(sample("colophon_step_seconds_count{step=\"recognize\"}"))
                    .isEqualTo(2);
            assertThat(sample("colophon_taken_in_bytes_total")).isGreaterThan(10_000);
            assertThat(sample("colophon_deposited_bytes_total")).isGreaterThan(sample("colophon_taken_in_bytes_total"));
            // What the ledger is asked for may be 10 s old.
            Program.await(
                    "nothing to be left to do",
                    Duration.ofSeconds(30),
                    () -> sample("colophon_open_items{state=\"recognizing\"}") == 0
                            && sample("colophon_queue_tasks{state=\"ready\",step=\"publish\"}") == 0);

            ProcessHandle store = service.descendants()
                    .filter(child -> child.info().commandLine().orElse("").contains("StoreServer"))
                    .findFirst()
                    .orElseThrow();
            stopped(store, true);
            Program.await("health to turn red", Duration.ofSeconds(30), () -> !health("UP"));
            stopped(store, false);
            Program.await("health to turn green again", Duration.ofSeconds(60), () -> health("UP"));
        } finally {
            Program.stop(service);
        }
        assertThat(colophon.home().resolve("work").resolve("tmp")).isEmptyDirectory();
        lines(Files.readAllLines(colophon.home().resolve("logs").resolve("colophon.log")));
    }

    private static void lines(List<String> lines) {
        List<JsonNode> events = lines.stream().map(Program::tree).toList();
        assertThat(events)
                .allSatisfy(event -> assertThat(event.get("time").asText()).endsWith("Z"));
        assertThat(events).anySatisfy(event -> {
            assertThat(event.get("step").asText()).isEqualTo("recognize");
            assertThat(event.get("page").asInt()).isEqualTo(2);
            assertThat(event.get("item").asText()).isNotEmpty();
            assertThat(event.get("outcome").asText()).isEqualTo("done");
        });
        assertThat(events)
                .anySatisfy(event -> assertThat(event.get("message").asText()).contains("store is down"));
    }

    private static void stopped(ProcessHandle process, boolean stopped) throws IOException {
        String signal = stopped ? "-STOP" : "-CONT";
        try {
            assertThat(new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean health(String status) {
        JsonNode answer = Program.tree(get("/actuator/health"));
        assertThat(answer.get("components").properties().stream()
                        .map(part -> part.getKey())
                        .collect(Collectors.toSet()))
                .isEqualTo(PARTS);
        return answer.get("status").asText().equals(status);
    }

    /** The value of one time series. */
    private double sample(String series) {
        return get("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series));
    }

    private String get(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(web + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
