package org.colophon.worker.ocr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Task;
import org.colophon.worker.protocol.Tessdata;
import org.colophon.worker.protocol.WorkerLoop;

/**
 * Main of the worker that reads text: answers {@link Request.Recognize} by {@link Result.Recognition}, and
 * {@link Request.Orient} by {@link Result.Orientation}.
 */
public final class OcrWorker implements Task, AutoCloseable {
    private final Engines engines;
    private final Reader reader;

    private OcrWorker(Engines engines) {
        this.engines = engines;
        this.reader = new Reader(engines);
    }

    /**
     * Lays out the libraries and serves calls until the parent is gone.
     *
     * @param words {@code --natives DIR [--tessdata DIR]...}
     * @throws IOException when the libraries or models cannot be laid out
     */
    public static void main(String[] words) throws IOException {
        WorkerLoop.run(open(Arguments.parse(words)));
    }

    /** A worker without its loop; the first in a process decides where native libraries come from. */
    static OcrWorker open(Arguments arguments) throws IOException {
        String temporary = System.getProperty("java.io.tmpdir");
        // JNA would unpack its own library into the user's cache, which a worker need not be able to write.
        System.setProperty("jna.tmpdir", temporary);
        Path bundled = Natives.install(arguments.natives());
        Path links = Files.createTempDirectory(Path.of(temporary), "tessdata");
        Tessdata tessdata = new Tessdata(arguments.tessdata(), System.getenv());
        return new OcrWorker(new Engines(new ModelFolder(tessdata, bundled, links)));
    }

    @Override
    public Result perform(Call call) throws Exception {
        long deadline = System.nanoTime() + call.limits().millis() * 1_000_000;
        if (call.request() instanceof Request.Recognize request) {
            return recognize(request, call.limits(), deadline);
        }
        if (call.request() instanceof Request.Orient request) {
            return orient(request, call.limits(), deadline);
        }
        throw new IllegalArgumentException("this worker only reads text; asked for " + call.request());
    }

    private Result recognize(Request.Recognize request, Limits limits, long deadline) throws Exception {
        Path file = Path.of(request.image());
        Header header = Header.read(file, request.index());
        header.check(limits);
        // A missing model is told before anything is decoded
        Engine asked = engines.get(request.languages());
        Turn turn = new Turn(request.orientation(), header.width(), header.height());
        try (Raster raster = Decoding.upright(file, request.index(), request.orientation(), request.dpi(), header)) {
            Prepared prepared = Prepared.prepare(raster, turn, request.steps());
            Reader.Reading reading = prepared.legible()
                    ? reader.read(raster, request, left(deadline, limits))
                    : new Reader.Reading(asked, List.of());
            return new Result.Recognition(new PageText(
                    header.width(),
                    header.height(),
                    request.orientation(),
                    reading.blocks().stream()
                            .map(block -> stored(block, prepared.view()))
                            .toList(),
                    reading.engine().description(raster.dpi(), parameters(request, prepared), request.languages())));
        }
    }

    private static Map<String, String> parameters(Request.Recognize request, Prepared prepared) {
        Map<String, String> parameters = new TreeMap<>(prepared.parameters());
        parameters.put("steps", request.steps().stream().map(ReadingStep::key).collect(Collectors.joining(" ")));
        return parameters;
    }

    private static PageText.Block stored(Read.Block block, View view) {
        return new PageText.Block(
                view.toStored(block.box()),
                block.lines().stream()
                        .map(line -> new PageText.Line(
                                view.toStored(line.box()),
                                line.words().stream()
                                        .map(word -> new PageText.Word(
                                                word.text(), view.toStored(word.box()), word.confidence()))
                                        .toList()))
                        .toList());
    }

    private Result orient(Request.Orient request, Limits limits, long deadline) throws Exception {
        Path file = Path.of(request.image());
        Header header = Header.read(file, request.index());
        header.check(limits);
        Compass compass = engines.compass();
        try (Raster raster = Decoding.upright(file, request.index(), request.orientation(), Compass.DPI, header)) {
            return compass.read(raster, left(deadline, limits));
        }
    }

    /** Milliseconds until the deadline. */
    private static long left(long deadline, Limits limits) throws DeadlineException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new DeadlineException("decoding and preparing took all of the " + limits.millis() + " ms");
        }
        return left;
    }

    @Override
    public void close() {
        engines.close();
    }
}
