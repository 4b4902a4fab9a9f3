package org.colophon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of processes, as proc(5) writes it and as this machine does. */
class ProcFilesTest {
    @Test
    void aNameWithBracketsAndSpacesDoesNotShiftTheFields() {
        String stat = "42 (a ) b (c) S 1 42 42 0 -1 4194560 100 0 0 0 250 50 7 8 20 0 1 0 100 1000 200";
        assertThat(ProcFiles.usage(stat, "rchar: 5\nwchar: 6\nread_bytes: 7\n"))
                .isEqualTo(new Usage(3_000_000_000L, 5, 6));
    }

    @Test
    void whatIsGoneCostsNothing() {
        assertThat(ProcFiles.usage("", "")).isEqualTo(Usage.NONE);
        assertThat(ProcFiles.resident("")).isZero();
        assertThat(ProcFiles.scheduled("")).isZero();
    }

    @Test
    void residentMemoryIsInBytes() {
        assertThat(ProcFiles.resident("Name:\tjava\nVmPeak:\t 900 kB\nVmRSS:\t  123 kB\n"))
                .isEqualTo(123 * 1024);
    }

    @Test
    void aBusyChildIsSeenWithItsCostAfterItEnded() throws IOException, InterruptedException {
        assumeTrue(ProcFiles.available(), "this system has no /proc");
        try (ProcessTree tree = new ProcessTree()) {
            ProcessTree.Costs before = tree.costs();
            Process child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done; sleep 2")
                    .start();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            ProcessTree.Costs added = tree.costs().since(before);
            assertThat(added.of(Part.OTHERS).cpuSeconds()).isGreaterThan(0.05);
            assertThat(added.all().cpuNanos())
                    .isGreaterThanOrEqualTo(added.of(Part.OTHERS).cpuNanos());
            assertThat(tree.peakSinceAsked()).isGreaterThan(10_000_000);
        }
    }

    @Test
    void aChildIsKnownByWhatItBecameNotByWhatItWasAtFirst(@TempDir Path folder) throws Exception {
        assumeTrue(ProcFiles.available(), "this system has no /proc");
        Path worker = Files.createSymbolicLink(folder.resolve("org.colophon.worker.image.Main"), Path.of("/bin/sleep"));
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "read go; exec \"$WORKER\" 30");
        builder.environment().put("WORKER", worker.toString());
        Process child = builder.start();
        try (ProcessTree tree = new ProcessTree()) {
            assertThat(tree.costs().parts()).doesNotContainKey(Part.IMAGE_WORKERS);
            child.getOutputStream().write('\n');
            child.getOutputStream().flush();
            for (int i = 0; i < 100 && !ProcFiles.command(child.pid()).contains("worker"); i++) {
                Thread.sleep(50);
            }
            assertThat(tree.costs().parts()).containsKey(Part.IMAGE_WORKERS);
        } finally {
            child.destroyForcibly();
            Files.delete(worker);
        }
    }
}
