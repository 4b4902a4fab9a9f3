package org.colophon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.colophon.port.Workers;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Terms;

/**
 * Workers that remember what they were given to recognize, so that the very same pages can be recognized again by
 * themselves. The workspace forgets its files once an item is through; a link of our own keeps them.
 */
final class KeptPages implements Workers {
    private final Workers workers;
    private final Path folder;
    private final List<Kept> pages = new ArrayList<>();
    private final AtomicLong recognizing = new AtomicLong();
    private boolean keeping = true;

    /** @param folder an empty one, on the workspace's file system */
    KeptPages(Workers workers, Path folder) {
        this.workers = workers;
        this.folder = folder;
    }

    /** A page as it was given to recognition. */
    record Kept(Path image, int index, int orientation, int dpi, List<String> models) {
        Kept {
            models = List.copyOf(models);
        }
    }

    @Override
    public WorkerReply<PageText> recognize(Path image, int index, int orientation, int dpi, List<String> models) {
        keep(image, index, orientation, dpi, models);
        long from = System.nanoTime();
        try {
            return workers.recognize(image, index, orientation, dpi, models);
        } finally {
            recognizing.addAndGet(System.nanoTime() - from);
        }
    }

    private synchronized void keep(Path image, int index, int orientation, int dpi, List<String> models) {
        if (keeping) {
            Path link = folder.resolve(String.format(Locale.ROOT, "%05d", pages.size() + 1));
            try {
                Files.createLink(link, image);
            } catch (IOException | UnsupportedOperationException e) {
                copy(image, link);
            }
            pages.add(new Kept(link, index, orientation, dpi, models));
        }
    }

    private static void copy(Path image, Path to) {
        try {
            Files.copy(image, to);
        } catch (IOException e) {
            throw new UncheckedIOException("a page could not be kept for the passes to come: " + to, e);
        }
    }

    /** The pages so far; from now on nothing is kept any more. */
    synchronized List<Kept> pages() {
        keeping = false;
        return List.copyOf(pages);
    }

    /** Nanoseconds that callers waited for recognition so far. */
    long recognizingNanos() {
        return recognizing.get();
    }

    /** Recognizes a page again. */
    WorkerReply<PageText> again(Kept page) {
        return workers.recognize(page.image(), page.index(), page.orientation(), page.dpi(), page.models());
    }

    @Override
    public WorkerReply<Result.Inspection> inspect(Path file, String extension) {
        return workers.inspect(file, extension);
    }

    @Override
    public WorkerReply<Result.Examination> examine(Path file, int index, String extension, Path outputs, Terms terms) {
        return workers.examine(file, index, extension, outputs, terms);
    }

    @Override
    public WorkerReply<Result.Orientation> orient(Path image, int index, int orientation) {
        return workers.orient(image, index, orientation);
    }

    @Override
    public LanguageChoice languages(List<String> tags) {
        return workers.languages(tags);
    }
}
