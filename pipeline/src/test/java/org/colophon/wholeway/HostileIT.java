package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.colophon.wholeway.ProcessWatch.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files made to break decoders, each dropped as an object of its own beside good scans: every one comes to a defined
 * end, within the limits of a worker, and costs nobody else anything.
 */
class HostileIT {
    private static final Path FILES = Path.of("..", "..", "shared", "hostile", "files");
    private static final Path SAMPLES = Path.of("..", "sample-scans");
    private static final List<String> GOOD = List.of("02-chapter", "03-ledger", "05-leaf-with-blank-verso");
    private static final Set<String> ENDS = Set.of("published", "rejected", "duplicate", "set-aside");
    /** {@code limits.seconds}, what the pool waits longer than its worker, and what a busy machine takes to kill it. */
    private static final long LONGEST_MILLIS = 60_000 + 2_000 + 8_000;

    private static final long LARGEST_MIB = 1024;
    /** What a worker may gain between two looks of the watch. */
    private static final long BETWEEN_LOOKS_MIB = 128;

    @TempDir
    Path folder;

    @Test
    void everyHostileFileEndsWithinItsLimitsAndTheGoodOnesAreDeposited() throws IOException {
        assumeThat(FILES)
                .as("the hostile files lie beside the project; without them this cannot be tried")
                .isDirectory();
        Program colophon = new Program(
                folder.resolve("home"),
                "--set",
                "web.port=0",
                "--set",
                "inbox.quiet=1s",
                "--set",
                "inbox.every=500ms",
                "--set",
                "inbox.give-up=3s");
        HostileDrop drop = HostileDrop.of(FILES, folder.resolve("drop"));
        Process service = colophon.start("run");
        try (ProcessWatch watch = ProcessWatch.of(service)) {
            Program.await(
                    "the service",
                    Duration.ofSeconds(60),
                    () -> Files.exists(colophon.home().resolve("run.json")));
            Path inbox = colophon.home().resolve("inbox");
            for (String object : GOOD) {
                DemoIT.copy(SAMPLES.resolve(object), inbox.resolve(object));
            }
            drop.into(inbox);
            Program.await("every object to have left the inbox", Duration.ofMinutes(8), () -> {
                assertThat(service.isAlive()).as(Program.text(colophon.log())).isTrue();
                return left(inbox) == 0;
            });
            Program.await("all to be readable", Duration.ofMinutes(2), () -> ended(colophon.list()));
            heldTheirLimits(watch, new LedgerRows(colophon.home()));
        } finally {
            Program.stop(service);
        }
        List<JsonNode> items = colophon.list();
        assertThat(items).hasSize(drop.size() + GOOD.size());
        for (String object : GOOD) {
            assertThat(colophon.itemOf(object).get("state").asText()).as(object).isEqualTo("published");
            assertThat(colophon.home().resolve("done").resolve(object).resolve("RECEIPT.txt"))
                    .exists();
        }
        System.out.println(drop.table(items, new LedgerRows(colophon.home())));
    }

    private static void heldTheirLimits(ProcessWatch watch, LedgerRows rows) {
        Map<String, Long> longest = rows.longest();
        System.out.println(
                "hostile: attempts " + rows.attempts() + ", longest in ms " + longest + ", peaks in MiB: main "
                        + watch.peakMib(Part.MAIN) + ", store " + watch.peakMib(Part.STORE) + ", image "
                        + watch.peakMib(Part.IMAGE) + ", ocr " + watch.peakMib(Part.OCR) + "; workers "
                        + (watch.seen(Part.IMAGE).size() + watch.seen(Part.OCR).size()));
        assertThat(longest.get("examine")).isLessThan(LONGEST_MILLIS);
        assertThat(longest.get("recognize")).isLessThan(LONGEST_MILLIS);
        assertThat(watch.peakMib(Part.IMAGE)).isPositive().isLessThan(LARGEST_MIB + BETWEEN_LOOKS_MIB);
        assertThat(watch.peakMib(Part.OCR)).isPositive().isLessThan(LARGEST_MIB + BETWEEN_LOOKS_MIB);
        assertThat(watch.seen(Part.STORE)).as("the store never was").hasSize(1);
    }

    private static boolean ended(List<JsonNode> items) {
        return items.stream().allMatch(item -> ENDS.contains(item.get("state").asText()));
    }

    private static long left(Path inbox) {
        try (Stream<Path> entries = Files.list(inbox)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("STATUS"))
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
