package org.colophon.adapter.workers;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.colophon.adapter.child.Folders;
import org.colophon.item.UnavailableException;
import org.colophon.port.Workers;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Reply;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Terms;
import org.colophon.worker.protocol.Tessdata;

/** The workers as child processes of this one. */
public final class ForkedWorkers implements Workers, AutoCloseable {
    /** Enough to say that there is no such file. */
    private static final Limits TRIAL = new Limits(1, 3_000);

    private final MemoryWatch memory = new MemoryWatch();
    private final PixelBudget pixels;
    private final WorkerPool image;
    private final WorkerPool ocr;
    private final Limits limits;
    private final LanguageModels languages;
    private final Path temps;
    private final Set<ReadingStep> steps;

    /**
     * @param temps folder for the workers' temporary files; emptied now
     * @param limits what one page may cost
     * @param tessdata where recognition models lie
     * @param steps what may be done for a page besides reading it
     */
    public ForkedWorkers(
            WorkerKind image, WorkerKind ocr, Path temps, Limits limits, Tessdata tessdata, Set<ReadingStep> steps) {
        Folders.delete(temps);
        this.temps = temps;
        this.image = new WorkerPool(image, temps, memory);
        this.ocr = new WorkerPool(ocr, temps, memory);
        this.limits = limits;
        this.pixels = new PixelBudget(limits.pixels());
        this.languages = new LanguageModels(tessdata);
        this.steps = Set.copyOf(steps);
    }

    @Override
    public WorkerReply<Result.Inspection> inspect(Path file, String extension) {
        try (SafeLink link = SafeLink.to(file, temps)) {
            Request request = new Request.Inspect(link.path().toString(), extension);
            return ask(image, request, result -> (Result.Inspection) result);
        }
    }

    @Override
    public WorkerReply<Result.Examination> examine(Path file, int index, String extension, Path outputs, Terms terms) {
        Request request = new Request.Examine(file.toString(), index, extension, outputs.toString(), terms);
        // How many pixels it has is not known before a worker looked; a compressed byte is seldom more than a few.
        int share = pixels.enter(file.toFile().length());
        try {
            return ask(image, request, result -> (Result.Examination) result);
        } finally {
            pixels.leave(share);
        }
    }

    @Override
    public WorkerReply<Result.Orientation> orient(Path image, int index, int orientation) {
        Request request = new Request.Orient(image.toString(), index, orientation);
        int share = pixels.enter(image.toFile().length());
        try {
            return ask(ocr, request, result -> (Result.Orientation) result);
        } finally {
            pixels.leave(share);
        }
    }

    @Override
    public WorkerReply<PageText> recognize(Path file, int index, int orientation, int dpi, List<String> models) {
        Request request = new Request.Recognize(file.toString(), index, orientation, dpi, models, steps);
        int share = pixels.enter(file.toFile().length());
        try {
            return ask(ocr, request, result -> ((Result.Recognition) result).text());
        } finally {
            pixels.leave(share);
        }
    }

    private <T> WorkerReply<T> ask(WorkerPool pool, Request request, Function<Result, T> of) {
        try {
            Reply reply = pool.call(request, limits);
            if (reply instanceof Reply.Refused refused) {
                return new WorkerReply.Refused<>(refused.reason());
            }
            if (reply instanceof Reply.Failed failed) {
                if (failed.kind() == Reply.FailureKind.MISSING_TOOL) {
                    // Only JPEG 2000 needs a program that an installation may lack
                    throw new UnavailableException("openjpeg", failed.detail(), null);
                }
                return new WorkerReply.Failed<>(sentence(failed));
            }
            return new WorkerReply.Done<>(of.apply(((Reply.Done) reply).result()));
        } catch (WorkerGoneException e) {
            return new WorkerReply.Failed<>(e.getMessage());
        }
    }

    private String sentence(Reply.Failed failed) {
        return switch (failed.kind()) {
            case TIMEOUT -> "not finished within " + limits.millis() / 1000 + " s (limits.seconds)";
            case OUT_OF_MEMORY -> "needs more memory than limits.heap allows: " + failed.detail();
            case DEFECT -> "the worker failed: " + failed.detail();
            case MISSING_TOOL -> failed.detail();
            case NOT_UNDERSTOOD -> "the worker did not understand the call: " + failed.detail();
        };
    }

    @Override
    public LanguageChoice languages(List<String> tags) {
        return languages.choose(tags);
    }

    /**
     * Sees that workers can be started and answer.
     *
     * @throws org.colophon.item.UnavailableException when they do not
     */
    public void answer() {
        String nothing = temps.resolve("nothing").toString();
        image.answer(new Request.Inspect(nothing, "txt"), TRIAL);
        ocr.answer(new Request.Recognize(nothing, 0, 1, 0, List.of(), steps), TRIAL);
    }

    /** The kinds of workers there are. */
    public List<String> kinds() {
        return List.of(image.kind(), ocr.kind());
    }

    /** How often a process of a kind was replaced for this reason, since start. */
    public long restarts(String kind, Loss reason) {
        return (kind.equals(image.kind()) ? image : ocr).restarts(reason);
    }

    @Override
    public void close() {
        image.close();
        ocr.close();
        memory.close();
        Folders.delete(temps);
    }
}
