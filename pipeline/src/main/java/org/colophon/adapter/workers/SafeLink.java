package org.colophon.adapter.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.colophon.adapter.child.Folders;
import org.colophon.item.UnavailableException;

/**
 * A path of ours for a file whose own path may hold any bytes: what is not plain ASCII travels as a symbolic link, since
 * JSON cannot carry every name.
 */
record SafeLink(Path path, boolean made) implements AutoCloseable {

    static SafeLink to(Path file, Path folder) {
        if (file.toString().chars().allMatch(c -> c > 31 && c < 127)) {
            return new SafeLink(file, false);
        }
        try {
            Path link = Files.createDirectories(folder).resolve("link-" + UUID.randomUUID());
            Files.createSymbolicLink(link, file.toAbsolutePath());
            return new SafeLink(link, true);
        } catch (IOException e) {
            throw new UnavailableException("disk", "no link could be made in " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (made) {
            Folders.delete(path);
        }
    }
}
