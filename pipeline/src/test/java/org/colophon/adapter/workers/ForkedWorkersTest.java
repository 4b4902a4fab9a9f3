package org.colophon.adapter.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.colophon.port.Workers.WorkerReply;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Tessdata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes; what runs in them is {@link UnrulyWorker}, since no real decoder misbehaves on request. */
class ForkedWorkersTest {
    @TempDir
    Path folder;

    private ForkedWorkers workers;

    @BeforeEach
    void start() throws IOException {
        Path library = Files.createDirectory(folder.resolve("lib"));
        String name = UnrulyWorker.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library.resolve("unruly.jar")));
                InputStream code = UnrulyWorker.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
        WorkerKind kind = new WorkerKind(
                "unruly", library, UnrulyWorker.class.getName(), List.of(), 2_000L << 20, 300L << 20, 1, 3);
        workers = new ForkedWorkers(
                kind, kind, folder.resolve("tmp"), new Limits(1_000_000, 4_000), new Tessdata(List.of(), Map.of()));
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    private WorkerReply<Result.Inspection> ask(String what) {
        return workers.inspect(folder.resolve(what), "tif");
    }

    private String processOf(WorkerReply<Result.Inspection> reply) {
        return ((WorkerReply.Done<Result.Inspection>) reply).result().problem();
    }

    @Test
    void aWorkerIsKeptWarmAndReplacedAfterItsPages() {
        String first = processOf(ask("fine"));
        assertThat(processOf(ask("fine"))).isEqualTo(first);
        assertThat(processOf(ask("fine"))).isEqualTo(first);
        assertThat(processOf(ask("fine"))).isNotEqualTo(first);
    }

    @Test
    void aCrashIsToldWithItsLastWordsAndTheNextCallIsServed() {
        assertThat(failure(ask("crash"))).contains("status 139").contains("about to fall over");
        assertThat(ask("fine")).isInstanceOf(WorkerReply.Done.class);
        assertThat(workers.restarts()).isEqualTo(1);
    }

    @Test
    void aHangingWorkerIsKilledByTheClock() {
        assertThat(failure(ask("hang"))).contains("gave no answer within 4 s");
        assertThat(ask("fine")).isInstanceOf(WorkerReply.Done.class);
    }

    @Test
    void aFloodOnStandardErrorHarmsNobody() {
        assertThat(ask("flood-errors")).isInstanceOf(WorkerReply.Done.class);
    }

    @Test
    void anEndlessLineIsCutAndItsWorkerKilled() {
        assertThat(failure(ask("flood"))).contains("flooded");
    }

    @Test
    void halfAReplyIsNone() {
        assertThat(failure(ask("half"))).contains("status 1");
    }

    @Test
    void aReplyToAnotherCallIsNoAnswer() {
        assertThat(failure(ask("other"))).contains("answered call 4711");
    }

    @Test
    void aWorkerThatEatsMemoryIsKilled() {
        assertThat(failure(ask("leak"))).contains("MB of memory");
    }

    @Test
    void aNameThatIsNoAsciiReachesTheWorkerByALink() {
        assertThat(ask("crash-né\n.tif")).isInstanceOf(WorkerReply.Done.class);
    }

    private static String failure(WorkerReply<Result.Inspection> reply) {
        assertThat(reply).isInstanceOf(WorkerReply.Failed.class);
        return ((WorkerReply.Failed<Result.Inspection>) reply).detail();
    }
}
