package org.colophon.adapter.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colophon.item.UnavailableException;
import org.colophon.port.Workers.WorkerReply;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.ReadingStep;
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
        WorkerKind kind = UnrulyKind.in(folder, 1, 3);
        workers = new ForkedWorkers(
                kind,
                kind,
                folder.resolve("tmp"),
                new Limits(1_000_000, 4_000),
                new Tessdata(List.of(), Map.of()),
                ReadingStep.ALL);
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
        assertThat(workers.restarts("unruly", Loss.RECYCLED)).isEqualTo(1);
        assertThat(workers.restarts("unruly", Loss.CRASHED)).isZero();
    }

    @Test
    void aCrashIsToldWithItsLastWordsAndTheNextCallIsServed() {
        assertThat(failure(ask("crash"))).contains("status 139").contains("about to fall over");
        assertThat(ask("fine")).isInstanceOf(WorkerReply.Done.class);
        assertThat(workers.restarts("unruly", Loss.CRASHED)).isEqualTo(1);
        assertThat(workers.restarts("unruly", Loss.RECYCLED)).isZero();
    }

    @Test
    void aHangingWorkerIsKilledByTheClock() {
        assertThat(failure(ask("hang"))).contains("gave no answer within 4 s");
        assertThat(ask("fine")).isInstanceOf(WorkerReply.Done.class);
        assertThat(workers.restarts("unruly", Loss.SILENT)).isEqualTo(1);
    }

    @Test
    void whatAHangingWorkerStartedIsKilledWithIt() throws InterruptedException {
        Matcher child = Pattern.compile("child ([0-9]+) is at work").matcher(failure(ask("hang-with-child")));
        assertThat(child.find()).isTrue();
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(child.group(1)));
        for (int i = 0; i < 500 && process.map(ProcessHandle::isAlive).orElse(false); i++) {
            Thread.sleep(20);
        }
        assertThat(process.map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }

    @Test
    void aProgramThatIsMissingIsNotHeldAgainstTheScan() {
        assertThatThrownBy(() -> ask("lacks"))
                .isInstanceOfSatisfying(UnavailableException.class, unavailable -> assertThat(unavailable.what())
                        .isEqualTo("openjpeg"))
                .hasMessage("a program is not installed");
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
        assertThat(workers.restarts("unruly", Loss.MEMORY)).isEqualTo(1);
    }

    @Test
    void aWorkerWhoseProgramEatsMemoryIsKilled() {
        assertThat(failure(ask("leak-in-child"))).contains("MB of memory");
        assertThat(workers.restarts("unruly", Loss.MEMORY)).isEqualTo(1);
    }

    @Test
    void aStoppedWorkerIsKilledByTheClockAndReplaced() throws IOException, InterruptedException {
        String pid = processOf(ask("fine"));
        assertThat(new ProcessBuilder("kill", "-STOP", pid).start().waitFor()).isZero();
        assertThat(failure(ask("fine"))).contains("gave no answer within 4 s");
        assertThat(processOf(ask("fine"))).isNotEqualTo(pid);
    }

    @Test
    void aWorkerThatIsDeafToSignalsIsKilledAllTheSame() {
        assertThat(failure(ask("deaf"))).contains("gave no answer within 4 s");
        assertThat(ask("fine")).isInstanceOf(WorkerReply.Done.class);
    }

    @Test
    void theNextPageIsNotBlamedForAWorkerWhoseMemoryIsExhausted() {
        assertThat(failure(ask("exhausted"))).contains("limits.heap");
        assertThat(ask("fine")).isInstanceOf(WorkerReply.Done.class);
        assertThat(workers.restarts("unruly", Loss.MEMORY)).isEqualTo(1);
    }

    @Test
    void theNextPageIsNotBlamedForAWorkerThatRepeatsItself() {
        assertThat(ask("twice")).isInstanceOf(WorkerReply.Done.class);
        assertThat(ask("fine")).isInstanceOf(WorkerReply.Done.class);
        assertThat(ask("fine")).isInstanceOf(WorkerReply.Done.class);
        assertThat(workers.restarts("unruly", Loss.GARBLED)).isEqualTo(1);
    }

    @Test
    void ofAFloodOfLastWordsOnlyTheEndIsKept() {
        assertThat(failure(ask("flood-errors-and-crash")))
                .contains("its last words: x")
                .hasSizeLessThan(2_200);
    }

    @Test
    void aNameThatIsNoAsciiReachesTheWorkerByALink() {
        assertThat(ask("crash-né\n.tif")).isInstanceOf(WorkerReply.Done.class);
    }

    @Test
    void workersThatCannotBeStartedAreDownUntilTheyCan() throws IOException {
        Path library = folder.resolve("lib").resolve("unruly.jar");
        Path aside = Files.move(library, folder.resolve("aside.jar"));
        workers.answer();
        failure(ask("fine"));
        assertThatThrownBy(workers::answer)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("ended by itself");
        Files.move(aside, library);
        workers.answer();
    }

    private static String failure(WorkerReply<Result.Inspection> reply) {
        assertThat(reply).isInstanceOf(WorkerReply.Failed.class);
        return ((WorkerReply.Failed<Result.Inspection>) reply).detail();
    }
}
