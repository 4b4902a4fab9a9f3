package org.colophon.spine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk of its own under a folder, that can be filled to the last byte. Mounting it takes root and Linux. */
final class TmpDisk implements AutoCloseable {
    private final Path folder;
    private final Path filler;

    /** Mounts it; the test is skipped where that is not allowed. */
    TmpDisk(Path folder, String size) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.filler = folder.resolve("filler");
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        assumeTrue(mounted, "a small disk cannot be mounted here: that takes Linux and root");
    }

    /** Leaves no byte free. */
    void fill() {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }

    /** Somebody makes room. */
    void free() {
        try {
            Files.delete(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", folder.toString());
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            // No such command: not this system.
            return false;
        }
    }
}
