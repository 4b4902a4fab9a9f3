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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        this.threads = Executors.newFixedThreadPool(parallel);
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
     * @param findings of the page alone, the gravest first
     */
    public record Checked(int n, int file, int index, String name, Examination examination, List<Finding> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }

        private Checked numbered(int number) {
            return new Checked(number, file, index, name, examination, findings);
        }

        private Checked with(List<Finding> more) {
            List<Finding> all = new ArrayList<>(findings);
            all.addAll(more);
            all.sort(Comparator.comparing(Finding::level));
            return new Checked(n, file, index, name, examination, all);
        }

        /** Whether the page is refused. */
        public boolean refused() {
            return Judge.refuses(findings);
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
            files.add(threads.submit(() -> file(scan, link, file, size)));
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

    /** A single page is judged at once, several are put behind what waits already. */
    private Judged file(Scan scan, Path link, int file, Optional<PhysicalSize> size) throws IOException {
        WorkerReply<Inspection> inspected = workers.inspect(link, scan.extension());
        int count = inspected instanceof WorkerReply.Done<Inspection> done
                ? done.result().pages()
                : 1;
        if (count == 1) {
            return new Judged(
                    sha512(link), List.of(CompletableFuture.completedFuture(page(scan, link, file, 0, size))));
        }
        List<Future<Checked>> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            pages.add(threads.submit(() -> page(scan, link, file, index, size)));
        }
        return new Judged(sha512(link), pages);
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
                return new Checked(0, file, index, scan.name(), judged, judged.findings());
            }
            String why = reply instanceof WorkerReply.Refused<Examination> refused
                    ? refused.reason()
                    : "it could not be examined: " + ((WorkerReply.Failed<Examination>) reply).detail();
            return new Checked(
                    0, file, index, scan.name(), null, List.of(new Finding("unreadable", Level.REJECT, why)));
        } finally {
            delete(outputs);
        }
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

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
