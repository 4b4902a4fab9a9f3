package org.colophon.worker.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Task;
import org.colophon.worker.protocol.Terms;

/** Hands bytes to the worker's task as a scan, and shortens what tests ask of its answer. */
final class Examining {
    static final long MOST_PIXELS = 100_000_000;

    private static final ImageWorker WORKER = new ImageWorker();

    private final Path folder;

    Examining(Path folder) {
        this.folder = folder;
    }

    Path outputs() {
        return folder.resolve("outputs");
    }

    Result.Inspection inspect(byte[] scan, String extension) throws IOException {
        return (Result.Inspection) perform(new Request.Inspect(file(scan).toString(), extension));
    }

    Result.Examination examine(byte[] scan, String extension) throws IOException {
        return examine(scan, 0, extension);
    }

    Result.Examination examine(byte[] scan, int index, String extension) throws IOException {
        return examine(file(scan), index, extension);
    }

    Result.Examination examine(Path file, int index, String extension) throws IOException {
        return examine(file, index, extension, Terms.USUAL);
    }

    /** Where these formats are taken too. */
    Result.Examination examineTaking(byte[] scan, String extension, String... formats) throws IOException {
        return examine(file(scan), 0, extension, new Terms(List.of(formats), Terms.USUAL.drawingDpi()));
    }

    Result.Examination examine(Path file, int index, String extension, Terms terms) throws IOException {
        Files.createDirectories(outputs());
        return (Result.Examination) perform(
                new Request.Examine(file.toString(), index, extension, outputs().toString(), terms));
    }

    private static Result perform(Request request) throws IOException {
        try {
            return WORKER.perform(new Call(1, new Limits(MOST_PIXELS, 60_000), request));
        } catch (Task.RefusedException | Task.UndoneException e) {
            throw new AssertionError(e);
        }
    }

    private Path file(byte[] scan) throws IOException {
        return Files.write(folder.resolve("master"), scan);
    }

    /** Rules of the findings that refuse the page. */
    static List<String> rejects(Result.Examination examination) {
        return examination.findings().stream()
                .filter(finding -> finding.level() == Level.REJECT)
                .map(Finding::rule)
                .toList();
    }

    /** Rules of all findings. */
    static List<String> rules(Result.Examination examination) {
        return examination.findings().stream().map(Finding::rule).toList();
    }

    /** The derivative of a role. */
    static Derived derived(Result.Examination examination, Derived.Role role) {
        return examination.derived().stream()
                .filter(derived -> derived.role() == role)
                .findFirst()
                .orElseThrow();
    }
}
