package org.colophon.examine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.colophon.examine.comparison.Leaf;
import org.colophon.examine.quality.Judge;
import org.colophon.examine.quality.PhysicalSize;
import org.colophon.item.UnavailableException;
import org.colophon.port.Workers;
import org.colophon.port.Workers.WorkerReply;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.Result.Examination;
import org.colophon.worker.protocol.Result.Inspection;

/** Judges scans as {@link Examine} would, and keeps nothing. */
public final class DryRun implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final Workers workers;
    private final Judge judge;
    private final Path temps;
    private final ExecutorService threads;
    private int links;

    /**
     * @param temps an existing folder for what is derived, emptied page by page
     * @param parallel how many pages are looked at at a time
     */
    public DryRun(Workers workers, Judge judge, Path temps, int parallel) {
        this.workers = workers;
        this.judge = judge;
        this.temps = temps;
        this.threads = new ThreadPoolExecutor(parallel, parallel, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
    }

    /**
     * A file to judge.
     *
     * @param name as dropped
     * @param extension lower case, may be empty
     */
    public record Scan(Path file, String name, String extension) {}

    /**
     * A page that was judged.
     *
     * @param n number of the page from 1
     * @param file number of its file from 1
     * @param index which page of the file, from 0
     * @param examination null when the worker failed over it
     * @param own findings of the page alone, the gravest first
     * @param compared what showed when all pages were seen together
     */
    public record Checked(
            int n,
            int file,
            int index,
            String name,
            Examination examination,
            List<Finding> own,
            List<Finding> compared) {
        public Checked {
            own = List.copyOf(own);
            compared = List.copyOf(compared);
        }

        private Checked numbered(int number) {
            return new Checked(number, file, index, name, examination, own, compared);
        }

        private Checked with(List<Finding> more) {
            return new Checked(n, file, index, name, examination, own, more);
        }

        /** All findings, the gravest first. */
        public List<Finding> findings() {
            return Stream.concat(own.stream(), compared.stream())
                    .sorted(Comparator.comparing(Finding::level))
                    .toList();
        }

        /** Whether the page is refused. */
        public boolean refused() {
            return Judge.refuses(own) || Judge.refuses(compared);
        }
    }

    /**
     * Judges the pages of one object.
     *
     * @param size of its sheets, where it is known
     * @param each told of each page in order, as soon as it and those before it are judged
     * @return the pages, with what showed when they were seen together
     */
    public List<Checked> check(List<Scan> scans, Optional<PhysicalSize> size, Consumer<Checked> each) {
        List<Future<Judged>> files = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            Scan scan = scans.get(i);
            Path link = link(scan);
            int file = i + 1;
            files.add(queued(file, 0, () -> file(scan, link, file, size)));
        }
        List<Checked> pages = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (Future<Judged> file : files) {
            Judged judged = result(file);
            for (Future<Checked> page : judged.pages()) {
                Checked numbered = result(page).numbered(pages.size() + 1);
                pages.add(numbered);
                digests.add(judged.sha512());
                each.accept(numbered);
            }
        }
        return compared(pages, digests);
    }

    /** A name of our own for the worker: the one from outside may hold any bytes. */
    private Path link(Scan scan) {
        Path link = temps.resolve(String.format(Locale.ROOT, "scan-%06d", ++links));
        try {
            return Files.createSymbolicLink(link, scan.file().toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("no link can be made in " + temps, e);
        }
    }

    private record Judged(String sha512, List<Future<Checked>> pages) {}

    /** The first page is judged at once; the others come before the files behind this one. */
    private Judged file(Scan scan, Path link, int file, Optional<PhysicalSize> size) throws IOException {
        if (!Files.isReadable(link)) {
            Checked page = failed(scan, file, 0, "it cannot be read; give this user the right to read it");
            return new Judged("", List.of(CompletableFuture.completedFuture(page)));
        }
        WorkerReply<Inspection> inspected = workers.inspect(link, scan.extension());
        int count = inspected instanceof WorkerReply.Done<Inspection> done
                ? done.result().pages()
                : 1;
        List<Future<Checked>> pages = new ArrayList<>();
        pages.add(CompletableFuture.completedFuture(page(scan, link, file, 0, size)));
        for (int i = 1; i < count; i++) {
            int index = i;
            pages.add(queued(file, index, () -> page(scan, link, file, index, size)));
        }
        return new Judged(sha512(link), pages);
    }

    private <T> Future<T> queued(int file, int page, Callable<T> work) {
        InOrder<T> task = new InOrder<>(work, file, page);
        threads.execute(task);
        return task;
    }

    /** Work that waits for a thread, the earliest page first. */
    private static final class InOrder<T> extends FutureTask<T> implements Comparable<InOrder<?>> {
        private final int file;
        private final int page;

        InOrder(Callable<T> work, int file, int page) {
            super(work);
            this.file = file;
            this.page = page;
        }

        @Override
        public int compareTo(InOrder<?> other) {
            return file != other.file ? Integer.compare(file, other.file) : Integer.compare(page, other.page);
        }
    }

    private static String sha512(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
    }

    private Checked page(Scan scan, Path link, int file, int index, Optional<PhysicalSize> size) throws IOException {
        Path outputs = Files.createTempDirectory(temps, "page-");
        try {
            WorkerReply<Examination> reply = workers.examine(
                    link, index, scan.extension(), outputs, judge.profile().terms());
            if (reply instanceof WorkerReply.Done<Examination> done) {
                Examination oriented = new Orienting(workers).oriented(done.result(), link, index, outputs);
                Examination judged =
                        judge.judge(oriented, PageNames.last(scan.name()), size).examination();
                return new Checked(0, file, index, scan.name(), judged, judged.findings(), List.of());
            }
            return failed(
                    scan,
                    file,
                    index,
                    reply instanceof WorkerReply.Refused<Examination> refused
                            ? refused.reason()
                            : "it could not be examined: " + ((WorkerReply.Failed<Examination>) reply).detail());
        } catch (UnavailableException e) {
            if (threads.isShutdown()) {
                // Nothing is to be said of a page that nobody waits for any more.
                throw e;
            }
            return failed(scan, file, index, "it could not be examined: " + e.getMessage());
        } finally {
            delete(outputs);
        }
    }

    private static Checked failed(Scan scan, int file, int index, String why) {
        List<Finding> findings = List.of(new Finding("unreadable", Level.REJECT, why));
        return new Checked(0, file, index, scan.name(), null, findings, List.of());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("check", "it was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new UnavailableException(
                    "disk", "a scan could not be read: " + e.getCause().getMessage(), e);
        }
    }

    private List<Checked> compared(List<Checked> pages, List<String> digests) {
        List<Leaf> leaves = new ArrayList<>();
        for (Checked page : pages) {
            leaves.add(Compare.leaf(
                    page.n(), page.name(), page.file(), page.index(), digests.get(page.n() - 1), page.examination()));
        }
        Map<Integer, List<Finding>> found = Compare.weighed(judge, leaves);
        return pages.stream()
                .map(page -> page.with(found.getOrDefault(page.n(), List.of())))
                .toList();
    }

    /** Ends what is under way, and waits a little until it has. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
