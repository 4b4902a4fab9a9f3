package org.colophon.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colophon.port.Workers;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Terms;

/**
 * Stands in for the forked workers. A "scan" of these tests is whole when it ends in {@code END}, and has as many pages
 * as it says {@code PAGE}; one that says {@code POISON} kills its worker. What workers really do with images is tested
 * in their own modules.
 */
public final class MarkedScans implements Workers {
    public int inspections;

    /** A whole scan of one page, its bytes told apart by a text. */
    public static String whole(String text) {
        return "PAGE " + text + " END";
    }

    @Override
    public WorkerReply<Result.Inspection> inspect(Path file, String extension) {
        inspections++;
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            if (text.contains("POISON")) {
                return new WorkerReply.Failed<>("the worker died");
            }
            int pages = Math.max(1, text.split("PAGE", -1).length - 1);
            boolean whole = text.endsWith("END");
            return new WorkerReply.Done<>(new Result.Inspection(whole, pages, whole ? null : "it is cut off"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public WorkerReply<Result.Examination> examine(Path file, int index, String extension, Path outputs, Terms terms) {
        throw new UnsupportedOperationException("intake and settle examine nothing");
    }

    @Override
    public WorkerReply<Result.Orientation> orient(Path image, int index, int orientation) {
        throw new UnsupportedOperationException("intake and settle orient nothing");
    }

    @Override
    public WorkerReply<PageText> recognize(Path image, int index, int orientation, int dpi, List<String> models) {
        throw new UnsupportedOperationException("intake and settle recognize nothing");
    }

    @Override
    public LanguageChoice languages(List<String> tags) {
        return tags.contains("deu")
                ? new LanguageChoice(List.of(), List.of("no recognition model for the language 'deu'"))
                : new LanguageChoice(List.of("eng"), List.of());
    }
}
