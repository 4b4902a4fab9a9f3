package org.colophon.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as {@code logback.xml} has it written. */
class LogFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORGED =
            "scan\n2026-11-24T08:15:30.123Z INFO  [x] colophon.steps - all is well\u2028\r\u001b[2J";

    @TempDir
    Path logs;

    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    private Logger logging(String format) throws JoranException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("colophon.logs", logs.toString());
        context.putProperty("colophon.log.format", format);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(getClass().getResource("/logback.xml"));
        return context.getLogger("colophon.steps");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(logs.resolve("colophon.log"));
    }

    @Test
    void aFileNameWithALineBreakForgesNoLine() throws Exception {
        Logger log = logging("text");
        log.warn("{} cannot be read", FORGED, new IOException(FORGED, new IllegalStateException(FORGED)));
        assertThat(lines()).singleElement().satisfies(line -> assertThat(line)
                .contains("WARN ")
                .contains("colophon.steps - scan\\n2026")
                .contains("\\u2028\\u000d\\u001b[2J cannot be read")
                .contains("java.io.IOException: scan\\n")
                .contains("caused by java.lang.IllegalStateException: scan\\n")
                .doesNotContain("\u2028"));
    }

    @Test
    void aLineOfAnAttemptSaysFirstWhichItIs() throws Exception {
        Logger log = logging("text");
        context.getMDCAdapter().put("step", "examine");
        context.getMDCAdapter().put("item", "c1");
        context.getMDCAdapter().put("page", "3");
        context.getMDCAdapter().put("attempt", "2");
        log.atInfo().addKeyValue("outcome", "done").log("done in 12 ms");
        assertThat(lines()).singleElement().satisfies(line -> assertThat(line)
                .matches("[-0-9]{10}T[:.0-9]{12}Z INFO  \\[.*] colophon\\.steps -"
                        + " examine item=c1 page=3 attempt=2: done in 12 ms"));
    }

    @Test
    void aProgramReadsEachLineAsAnObject() throws Exception {
        Logger log = logging("json");
        context.getMDCAdapter().put("step", "examine");
        context.getMDCAdapter().put("item", "c1");
        context.getMDCAdapter().put("page", "3");
        log.atWarn()
                .addKeyValue("outcome", "failed")
                .addKeyValue("millis", 12L)
                .setCause(new IOException(FORGED))
                .log(FORGED);
        context.getMDCAdapter().clear();
        log.info("nothing to do with any item");
        List<String> lines = lines();
        assertThat(lines).hasSize(2);
        JsonNode event = JSON.readTree(lines.get(0));
        assertThat(event.get("time").asText()).matches("[-0-9]{10}T[:.0-9]+Z");
        assertThat(event.get("level").asText()).isEqualTo("WARN");
        assertThat(event.get("logger").asText()).isEqualTo("colophon.steps");
        assertThat(event.get("message").asText()).isEqualTo(FORGED);
        assertThat(event.get("step").asText()).isEqualTo("examine");
        assertThat(event.get("item").asText()).isEqualTo("c1");
        assertThat(event.get("page").isInt()).isTrue();
        assertThat(event.get("page").asInt()).isEqualTo(3);
        assertThat(event.get("outcome").asText()).isEqualTo("failed");
        assertThat(event.get("millis").asLong()).isEqualTo(12);
        assertThat(event.get("thrown").asText()).startsWith("java.io.IOException: scan");
        assertThat(JSON.readTree(lines.get(1)).has("item")).isFalse();
    }

    @Test
    void textIsTurnedOverAtItsSizeAndTheOldestIsDropped() throws Exception {
        turnsOver("text");
    }

    @Test
    void jsonIsTurnedOverAtItsSizeAndTheOldestIsDropped() throws Exception {
        turnsOver("json");
    }

    private void turnsOver(String format) throws Exception {
        context.putProperty("colophon.log.size", "20KB");
        context.putProperty("colophon.log.total", "6KB");
        context.putProperty("colophon.log.check", "1 milliseconds");
        Logger log = logging(format);
        for (int i = 0; i < 3_000; i++) {
            log.info("event {} of many, with some words so that there is something to write", i);
            if (i % 100 == 0) {
                Thread.sleep(3);
            }
        }
        context.stop();
        assertThat(size("colophon.log")).isLessThan(60_000);
        assertThat(all()).filteredOn(name -> name.endsWith(".log.gz")).isNotEmpty();
        long turned = all().stream()
                .filter(name -> name.endsWith(".gz"))
                .mapToLong(this::size)
                .sum();
        // What was turned over last is squeezed after the others were counted.
        assertThat(turned).isLessThan(12_000);
        assertThat(all()).doesNotContain(first());
    }

    /** The name of what was turned over first, which must be gone by now. */
    private String first() {
        return all().stream()
                .filter(name -> name.endsWith(".gz"))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\.\\d+\\.log\\.gz", ".0.log.gz");
    }

    private List<String> all() {
        try (Stream<Path> files = Files.list(logs)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long size(String name) {
        try {
            return Files.size(logs.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
