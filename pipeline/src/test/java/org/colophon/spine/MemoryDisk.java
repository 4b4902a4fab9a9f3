package org.colophon.spine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Where there is one, a folder in memory: hundreds of runs make tens of thousands of files, each synced to its disk and
 * deleted again, and no disk loses its power here.
 */
final class MemoryDisk implements TempDirFactory {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 1L << 30;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH) {
            return Files.createTempDirectory(MEMORY, "colophon-test");
        }
        return Files.createTempDirectory("colophon-test");
    }
}
