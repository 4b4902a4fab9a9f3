package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed with all its children in the middle of work, and started again. */
class KilledIT {
    private static final Path SAMPLES = Path.of("..", "sample-scans");
    private static final List<String> OBJECTS =
            List.of("01-letter", "02-chapter", "05-leaf-with-blank-verso", "06-sideways", "07-pamphlet");

    @TempDir
    Path folder;

    @Test
    void everyScanIsInExactlyOneValidObjectAfterKills() throws IOException {
        Program colophon = new Program(
                folder.resolve("home"), "--set", "web.port=0", "--set", "inbox.quiet=1s", "--set", "inbox.every=500ms");
        Path inbox = Files.createDirectories(colophon.home().resolve("inbox"));
        for (String object : OBJECTS) {
            DemoIT.copy(SAMPLES.resolve(object), inbox.resolve(object));
        }
        long seed = System.nanoTime();
        System.out.println("kills with seed " + seed);
        Random random = new Random(seed);
        for (int kill = 0; kill < 3; kill++) {
            Process service = colophon.start("run");
            pause(4_000 + random.nextInt(7_000));
            Program.kill(service);
        }
        Process service = colophon.start("run");
        try {
            Program.await("all to be settled", Duration.ofMinutes(5), () -> {
                assertThat(service.isAlive()).as(Program.text(colophon.log())).isTrue();
                return OBJECTS.stream()
                                .allMatch(object -> Files.exists(colophon.home()
                                        .resolve("done")
                                        .resolve(object)
                                        .resolve("RECEIPT.txt")))
                        && colophon.list().stream()
                                .allMatch(item -> item.get("state").asText().equals("published"));
            });
        } finally {
            Program.stop(service);
        }
        List<JsonNode> items = colophon.list();
        assertThat(items).hasSize(OBJECTS.size());
        assertThat(items)
                .allSatisfy(item -> assertThat(item.get("version").asInt()).isEqualTo(1));
        Path archive = colophon.home().resolve("store").resolve("colophon-archive");
        ValidObjects.check(
                archive, items.stream().map(item -> item.get("ark").asText()).toList());
        Set<String> stored = DemoIT.digests(archive);
        for (String object : OBJECTS) {
            assertThat(stored).containsAll(DemoIT.digests(SAMPLES.resolve(object)));
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
