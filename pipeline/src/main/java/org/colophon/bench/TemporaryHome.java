package org.colophon.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.colophon.app.Home;
import org.colophon.app.StartRefusedException;

/** A home that is gone once all is measured. */
public final class TemporaryHome implements AutoCloseable {
    private final Path folder;

    private TemporaryHome(Path folder) {
        this.folder = folder;
    }

    /** Makes one where the system keeps temporary files. */
    public static TemporaryHome make() {
        try {
            return new TemporaryHome(Files.createTempDirectory("colophon-bench-"));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "no temporary home can be made (" + e.getMessage() + "): name a folder with --home", e);
        }
    }

    /** It. */
    public Home home() {
        return Home.at(folder);
    }

    /** Deletes it with all that is in it. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new Deleting());
        } catch (IOException e) {
            throw new BenchFailedException(
                    "the temporary home " + folder + " could not be deleted whole: " + e.getMessage()
                            + "; delete it by hand",
                    e);
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes at) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
