package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Reply;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Terms;
import org.colophon.worker.protocol.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program beside the worker when it is missing, hangs, floods or lies: stand-ins take the decoder's place. */
@Timeout(120)
class OutsideProgramTest {
    @TempDir
    Path folder;

    private Path programs;
    private Process worker;
    private Writer calls;
    private BufferedReader replies;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh to start programs with");
        programs = Files.createDirectory(folder.resolve("programs"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImageWorker.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PATH", programs.toString());
        worker = builder.start();
        calls = worker.outputWriter();
        replies = worker.inputReader();
    }

    @AfterEach
    void end() {
        worker.destroyForcibly();
    }

    /** A decoder that says its version, and does this otherwise. */
    private void standIn(String script) throws IOException {
        Path program = programs.resolve("opj_decompress");
        Files.writeString(
                program,
                "#!/bin/sh\n[ \"$1\" = -h ] && { echo 'openjp2 library v9.9.9'; exit 1; }\n"
                        + "PATH=/usr/bin:/bin\necho $$ > " + pidFile() + ".new\nmv " + pidFile() + ".new " + pidFile()
                        + "\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path pidFile() {
        return folder.resolve("pid");
    }

    private void send(long millis) throws IOException {
        send(Jpeg2000Scans.hollow(), 1_000_000, millis);
    }

    private void send(byte[] scan, long pixels, long millis) throws IOException {
        Path master = Files.write(folder.resolve("master"), scan);
        Path outputs = Files.createDirectories(folder.resolve("outputs"));
        Request request = new Request.Examine(master.toString(), 0, "j2k", outputs.toString(), Terms.USUAL);
        calls.write(Wire.write(new Call(1, new Limits(pixels, millis), request)) + "\n");
        calls.flush();
    }

    private Reply reply() throws IOException {
        return Wire.read(replies.readLine(), Reply.class);
    }

    private List<String> rejects() throws IOException {
        return Examining.rejects((Result.Examination) ((Reply.Done) reply()).result());
    }

    private boolean gone() throws Exception {
        while (!Files.exists(pidFile())) {
            Thread.sleep(20);
        }
        Optional<ProcessHandle> program =
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile()).strip()));
        for (int i = 0; i < 500 && program.map(ProcessHandle::isAlive).orElse(false); i++) {
            Thread.sleep(20);
        }
        return !program.map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void whereItIsNotInstalledThePageWaitsAndTheReplySaysForWhat() throws IOException {
        send(30_000);
        Reply.Failed failed = (Reply.Failed) reply();
        assertThat(failed.kind()).isEqualTo(Reply.FailureKind.MISSING_TOOL);
        assertThat(failed.detail()).contains("opj_decompress", "not installed", "libopenjp2-tools");
    }

    @Test
    void oneThatHangsIsEndedWhenTheCallsTimeIsOver() throws Exception {
        standIn("sleep 100");
        send(8_000);
        assertThat(((Reply.Failed) reply()).kind()).isEqualTo(Reply.FailureKind.TIMEOUT);
        assertThat(gone()).isTrue();
        standIn("exit 3");
        send(30_000);
        assertThat(rejects()).containsExactly("damaged");
    }

    @Test
    void itIsGoneWhenTheWorkerIsKilled() throws Exception {
        standIn("exec sleep 100");
        send(60_000);
        while (!Files.exists(pidFile())) {
            Thread.sleep(20);
        }
        worker.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(gone()).isTrue();
    }

    @Test
    void oneThatFloodsEndsAtItsLimit() throws Exception {
        standIn("while :; do echo '[WARNING] again and again and again and again and again and again'; done");
        send(60_000);
        reply();
        assertThat(gone()).isTrue();
    }

    @Test
    void oneThatSaysItIsDoneAndWroteNothingIsNotBelieved() throws IOException {
        standIn("exit 0");
        send(30_000);
        assertThat(rejects()).containsExactly("damaged");
    }

    @Test
    void oneThatTakesMoreMemoryThanTheSizeAsksForFails() throws IOException {
        standIn("x=0123456789; while :; do x=$x$x; done");
        send(60_000);
        assertThat(reply()).isInstanceOf(Reply.Failed.class);
    }

    @Test
    void oneThatIsKilledSaysNothingAgainstTheScan() throws IOException {
        standIn("kill -9 $$");
        send(30_000);
        assertThat(failure()).contains("killed by signal 9");
    }

    @Test
    void oneThatCannotWriteSaysNothingAgainstTheScan() throws IOException {
        standIn("echo 'imagetotif:failed to open page.tif for writing'; echo '[ERROR] not generated'; exit 1");
        send(30_000);
        assertThat(failure()).contains("could not write", "make room");
    }

    private String failure() throws IOException {
        Reply.Failed failed = (Reply.Failed) reply();
        assertThat(failed.kind()).isEqualTo(Reply.FailureKind.DEFECT);
        return failed.detail();
    }

    @Test
    void onePageThatTakesMoreMemoryThanTheWorkerMayIsNotStartedAndNotDamaged() throws IOException {
        standIn("exit 0");
        byte[] large = Jpeg2000Scans.hollow();
        // Width, height, and the same for its one tile
        for (int at : new int[] {8, 12, 24, 28}) {
            ByteBuffer.wrap(large).putInt(at, 20_000);
        }
        send(large, 500_000_000, 30_000);
        Reply.Failed failed = (Reply.Failed) reply();
        assertThat(failed.kind()).isEqualTo(Reply.FailureKind.OUT_OF_MEMORY);
        assertThat(failed.detail()).contains("1525 MB when decoded", "limits.heap");
        assertThat(pidFile()).doesNotExist();
    }
}
