package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Reply;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker as its parent meets it: a process that speaks JSON lines. */
class WorkerProcessTest {
    private static final DrawnPage LETTER = DrawnPage.letter();

    @TempDir
    Path folder;

    @Test
    void twoWorkersStartAtOnceOnAnEmptyFolder() throws Exception {
        Path page = Scan.png(folder.resolve("letter.png"), LETTER.image());
        try (Worker first = new Worker();
                Worker second = new Worker()) {
            first.send(call(1, page, "eng"));
            second.send(call(2, page, "eng"));

            assertRead(first.reply(), 1);
            assertRead(second.reply(), 2);
        }
        try (Stream<Path> files = Files.walk(folder.resolve("natives"))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void aRefusalAndAMissingLanguageLeaveTheWorkerAtWork() throws Exception {
        Path page = Scan.png(folder.resolve("letter.png"), LETTER.image());
        Path noImage = Files.writeString(folder.resolve("note.tif"), "Dear Sir,");
        try (Worker worker = new Worker()) {
            worker.send(call(1, noImage, "eng"));
            assertThat(worker.reply()).isInstanceOf(Reply.Refused.class);
            worker.send(call(2, page, "zzz"));
            assertThat(worker.reply()).isInstanceOfSatisfying(Reply.Failed.class, failed -> assertThat(failed.detail())
                    .contains("'zzz'", "tesseract-ocr-zzz"));
            worker.send(call(3, page, "eng"));
            assertRead(worker.reply(), 3);
        }
    }

    @Test
    void aDeadlineIsAnsweredAsSuch() throws Exception {
        Path page = Scan.png(folder.resolve("letter.png"), LETTER.image());
        try (Worker worker = new Worker()) {
            Call hurried = new Call(1, new Limits(10_000_000, 1), request(page, "eng"));
            worker.send(hurried);

            assertThat(worker.reply()).isInstanceOfSatisfying(Reply.Failed.class, failed -> assertThat(failed.kind())
                    .isEqualTo(Reply.FailureKind.TIMEOUT));
        }
    }

    @Test
    void theWorkerIsGoneWhenItsParentClosesTheLine() throws Exception {
        Worker worker = new Worker();
        assertThat(worker.process.isAlive()).isTrue();

        worker.close();

        assertThat(worker.process.isAlive()).isFalse();
    }

    private static Call call(long id, Path page, String language) {
        return new Call(id, Bench.PLENTY, request(page, language));
    }

    private static Request.Recognize request(Path page, String language) {
        return new Request.Recognize(page.toString(), 0, 1, 300, List.of(language), ReadingStep.ALL);
    }

    private static void assertRead(Reply reply, long id) {
        assertThat(reply).isInstanceOfSatisfying(Reply.Done.class, done -> {
            assertThat(done.id()).isEqualTo(id);
            assertThat(Bench.plain(((Result.Recognition) done.result()).text())).isEqualTo(LETTER.text());
        });
    }

    private final class Worker implements AutoCloseable {
        private final Process process;
        private final Writer calls;
        private final BufferedReader replies;

        Worker() throws IOException {
            Path temporary = Files.createTempDirectory(folder, "worker");
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-Djava.io.tmpdir=" + temporary,
                            "-cp",
                            System.getProperty("java.class.path"),
                            OcrWorker.class.getName(),
                            "--natives",
                            folder.resolve("natives").toString())
                    .redirectError(new File(temporary.toFile(), "errors"))
                    .start();
            calls = process.outputWriter();
            replies = process.inputReader();
        }

        void send(Call call) throws IOException {
            calls.write(Wire.write(call));
            calls.write('\n');
            calls.flush();
        }

        Reply reply() throws IOException {
            return Wire.read(replies.readLine(), Reply.class);
        }

        /** Waits until it is gone: the folder is deleted next. */
        @Override
        public void close() throws IOException {
            calls.close();
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }
}
