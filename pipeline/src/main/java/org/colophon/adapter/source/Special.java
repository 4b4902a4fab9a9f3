package org.colophon.adapter.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Names what is neither a regular file nor a folder, without opening it. */
final class Special {
    /** The part of {@code st_mode} that tells the type (POSIX {@code sys/stat.h}, {@code S_IFMT}). */
    private static final int TYPE = 0170000;

    private Special() {}

    /** A sentence for the technician. */
    static String describe(Path path, String name) {
        if (Files.isSymbolicLink(path)) {
            return name + " is a symbolic link; Colophon follows none: put the file itself there";
        }
        return name + " is " + kind(path) + ", not a file; remove it";
    }

    private static String kind(Path path) {
        try {
            int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
            return switch (mode & TYPE) {
                case 0010000 -> "a named pipe (FIFO)";
                case 0140000 -> "a socket";
                case 0020000, 0060000 -> "a device";
                default -> "something special";
            };
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "something special";
        }
    }
}
