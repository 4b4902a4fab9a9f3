package org.colophon.worker.ocr;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;

/** A worker without its process, and what tests ask of it. */
final class Bench implements AutoCloseable {
    static final Limits PLENTY = new Limits(100_000_000, 60_000);

    private final OcrWorker worker;

    Bench(Path folder, Path... tessdata) throws IOException {
        worker = OcrWorker.open(new Arguments(folder.resolve("natives"), List.of(tessdata)));
    }

    /** Reads the first page in English. */
    PageText read(Path file, int orientation) throws Exception {
        return read(
                new Request.Recognize(file.toString(), 0, orientation, 300, List.of("eng"), ReadingStep.ALL), PLENTY);
    }

    PageText read(Request.Recognize request, Limits limits) throws Exception {
        Result result = worker.perform(new Call(1, limits, request));
        return ((Result.Recognition) result).text();
    }

    /** Which way up the first page is. */
    Result.Orientation orient(Path file, int orientation) throws Exception {
        return orient(file, orientation, PLENTY);
    }

    Result.Orientation orient(Path file, int orientation, Limits limits) throws Exception {
        return (Result.Orientation)
                worker.perform(new Call(1, limits, new Request.Orient(file.toString(), 0, orientation)));
    }

    static List<PageText.Word> words(PageText text) {
        return text.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(line -> line.words().stream())
                .toList();
    }

    /** All words, separated by spaces. */
    static String plain(PageText text) {
        return String.join(" ", words(text).stream().map(PageText.Word::text).toList());
    }

    /** Share of the drawn words that have a box of the same text with an overlap (IoU) of at least 0.7. */
    static double found(DrawnPage drawn, PageText text) {
        long found = drawn.words().stream()
                .filter(word -> words(text).stream()
                        .anyMatch(read -> read.text().equals(word.text())
                                && overlap(word.ink(), Stored.onPage(text.orientation(), read.quad(), drawn.image()))
                                        >= 0.7))
                .count();
        return (double) found / drawn.words().size();
    }

    private static double overlap(Rectangle one, Rectangle other) {
        Rectangle both = one.intersection(other);
        double shared = both.isEmpty() ? 0 : (double) both.width * both.height;
        return shared / ((double) one.width * one.height + (double) other.width * other.height - shared);
    }

    @Override
    public void close() {
        worker.close();
    }
}
