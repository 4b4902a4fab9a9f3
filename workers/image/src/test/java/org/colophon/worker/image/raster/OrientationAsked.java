package org.colophon.worker.image.raster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Reply;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Wire;

/** The worker that reads text, as a process, asked which way up pages are. */
final class OrientationAsked implements AutoCloseable {
    private static final Limits PLENTY = new Limits(200_000_000, 120_000);

    private final Process process;
    private final Writer calls;
    private final BufferedReader replies;
    private long last;

    /**
     * @param library the worker's packaged class path
     * @param natives where it lays out its native libraries
     */
    OrientationAsked(Path library, Path natives) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        library.resolve("*").toString(),
                        "org.colophon.worker.ocr.OcrWorker",
                        "--natives",
                        natives.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        calls = process.outputWriter();
        replies = process.inputReader();
    }

    /** @param orientation by which the page is turned before it is looked at, 1 to 8 */
    Result.Orientation ask(Path page, int orientation) throws IOException {
        calls.write(Wire.write(new Call(++last, PLENTY, new Request.Orient(page.toString(), 0, orientation))));
        calls.write('\n');
        calls.flush();
        Reply reply = Wire.read(replies.readLine(), Reply.class);
        if (reply instanceof Reply.Done done && done.result() instanceof Result.Orientation answer) {
            return answer;
        }
        throw new IOException("the worker that reads text answered " + reply);
    }

    @Override
    public void close() throws IOException {
        calls.close();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
