package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.ReadingStep;
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

/** The worker as its parent meets it: a process that speaks lines. */
@Timeout(120)
class WorkerProcessTest {
    @TempDir
    Path folder;

    private Process process;
    private Writer calls;
    private BufferedReader replies;

    @BeforeEach
    void start() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImageWorker.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        calls = process.outputWriter();
        replies = process.inputReader();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    private Reply ask(String line) throws IOException {
        calls.write(line + "\n");
        calls.flush();
        return Wire.read(replies.readLine(), Reply.class);
    }

    private Reply ask(long id, Request request) throws IOException {
        return ask(Wire.write(new Call(id, new Limits(100_000_000, 60_000), request)));
    }

    @Test
    void itAnswersCallsUntilItsParentIsGone() throws Exception {
        Path master = Files.write(folder.resolve("master"), Scans.jpeg(Scans.colour(400, 500)));
        Path outputs = Files.createDirectory(folder.resolve("outputs"));
        Reply inspected = ask(1, new Request.Inspect(master.toString(), "jpg"));
        assertThat(inspected).isEqualTo(new Reply.Done(1, new Result.Inspection(true, 1, null)));
        assertThat(((Reply.Failed) ask("not a call")).kind()).isEqualTo(Reply.FailureKind.NOT_UNDERSTOOD);
        Reply examined = ask(2, new Request.Examine(master.toString(), 0, "jpg", outputs.toString(), Terms.USUAL));
        assertThat(((Result.Examination) ((Reply.Done) examined).result()).refused())
                .isFalse();
        assertThat(outputs.resolve("reading.jpg")).isNotEmptyFile();
        calls.close();
        assertThat(process.waitFor(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aMissingFileIsItsFailureAndNoVerdict() throws IOException {
        Reply reply = ask(7, new Request.Inspect(folder.resolve("gone").toString(), "tif"));
        assertThat(((Reply.Failed) reply).id()).isEqualTo(7);
    }

    @Test
    void anotherWorkersTaskIsRefused() throws IOException {
        Reply reply = ask(3, new Request.Recognize("x", 0, 1, 300, List.of("eng"), ReadingStep.ALL));
        assertThat(reply).isInstanceOf(Reply.Refused.class);
    }
}
