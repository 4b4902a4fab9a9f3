package org.colophon.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.colophon.adapter.child.Folders;
import org.colophon.item.UnavailableException;

/**
 * The temporary files of one process, in a folder of its own under {@code HOME/work/tmp}: natives that libraries unpack,
 * what the web server spools, the workers' own. What a killed process left there is deleted by the next one; that it is
 * gone is told by a lock that the operating system took back.
 */
public final class Temps implements AutoCloseable {
    private static final String LOCK = ".lock";
    private static final Duration BARE = Duration.ofMinutes(1);

    /** Whether what libraries ask the system's temporary folder for is to go there too. */
    private static volatile boolean whole;

    private final Path folder;
    private final FileChannel lock;

    private Temps(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** All temporary files of this process are to lie in the home it opens; for a main alone, which is all there is. */
    public static void ofThisProcess() {
        whole = true;
    }

    /** Makes a folder in a home, or where the system has them when the home cannot be written by this user. */
    static Temps in(Home home) {
        Path all = home.work().resolve("tmp");
        Temps temps;
        try {
            Files.createDirectories(all);
            sweep(all);
            temps = locked(all.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID()));
        } catch (IOException e) {
            temps = elsewhere();
        }
        if (whole) {
            System.setProperty("java.io.tmpdir", temps.folder.toString());
        }
        return temps;
    }

    private static Temps elsewhere() {
        try {
            return new Temps(Files.createTempDirectory("colophon-"), null);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "no temporary folder can be made, neither in the home nor in "
                            + System.getProperty("java.io.tmpdir") + " (" + e.getMessage()
                            + "): make room, or give this user the right to write there",
                    e);
        }
    }

    /** Who sees the folder finds it locked already. */
    private static Temps locked(Path folder) throws IOException {
        FileChannel lock = FileChannel.open(lockOf(folder), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            lock.lock();
            Files.createDirectory(folder);
            return new Temps(folder, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static void sweep(Path all) throws IOException {
        List<Path> folders;
        try (Stream<Path> listed = Files.list(all)) {
            folders = listed.filter(Files::isDirectory).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path folder : folders) {
            sweepOne(folder);
        }
        sweepBareLocks(all);
    }

    /** A process that was killed between its lock and its folder; who is about to make the folder is younger. */
    private static void sweepBareLocks(Path all) throws IOException {
        Instant old = Instant.now().minus(BARE);
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(all, "*" + LOCK)) {
            for (Path lock : locks) {
                String name = lock.getFileName().toString();
                Path folder = all.resolve(name.substring(0, name.length() - LOCK.length()));
                if (!Files.exists(folder)
                        && Files.getLastModifiedTime(lock).toInstant().isBefore(old)) {
                    Files.deleteIfExists(lock);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void sweepOne(Path folder) {
        try (FileChannel lock = FileChannel.open(lockOf(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() != null) {
                Folders.delete(folder);
                Files.deleteIfExists(lockOf(folder));
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Another user's, or another house's of this very process: left to them. A logger here would be made by
            // main,
            // before it is known where the log lies.
            return;
        }
    }

    /** It. */
    Path folder() {
        return folder;
    }

    /** A folder in it for one purpose, made if missing. */
    Path folder(String purpose) {
        try {
            return Files.createDirectories(folder.resolve(purpose));
        } catch (IOException e) {
            throw new UnavailableException(
                    "disk", "no temporary folder can be made in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Deletes it with all that is in it. */
    @Override
    public void close() throws IOException {
        Folders.delete(folder);
        if (lock != null) {
            Files.deleteIfExists(lockOf(folder));
            lock.close();
        }
    }
}
