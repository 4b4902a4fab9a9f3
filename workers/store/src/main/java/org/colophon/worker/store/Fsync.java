package org.colophon.worker.store;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Waits until what was written has reached the disk. */
final class Fsync {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private Fsync() {}

    /** Makes a file's bytes, length and extended attributes durable; not yet its name. */
    static void file(Path file) throws IOException {
        // Windows flushes only through a handle that may write.
        try (FileChannel channel =
                FileChannel.open(file, WINDOWS ? StandardOpenOption.WRITE : StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes the names in a folder durable. Windows opens no folders and needs none of this: NTFS journals names. */
    static void folder(Path folder) throws IOException {
        if (!WINDOWS) {
            file(folder);
        }
    }

    /**
     * Makes the way from {@code root} down to {@code folder} durable, both included; folders that are gone are passed
     * over. The whole way, because a neighbor may have made an upper folder and not have synced it yet.
     */
    static void way(Path root, Path folder) throws IOException {
        for (Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
            // A delete removes emptied folders too; the first one that still stands holds the change. Another delete
            // may take it between a look and the opening, so there is no look.
            try {
                folder(at);
            } catch (NoSuchFileException gone) {
                // Then its own folder, further up, holds that it is gone.
            }
        }
    }
}
