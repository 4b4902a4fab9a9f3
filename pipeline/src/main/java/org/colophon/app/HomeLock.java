package org.colophon.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to work in a home: one process at a time. The operating system gives it back when the process dies. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws StartRefusedException when another process has it, saying which
     */
    public static HomeLock take(Home home) {
        return tryTake(home)
                .orElseThrow(() -> new StartRefusedException("the home " + home.folder()
                        + " is in use by another Colophon"
                        + RunFile.read(home)
                                .map(run -> " (process " + run.pid() + ")")
                                .orElse("")
                        + ". Stop that one first, or choose another home with --home."));
    }

    /** Takes the lock if it is free. */
    public static Optional<HomeLock> tryTake(Home home) {
        try {
            FileChannel channel =
                    FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            // Whatever an earlier process left there describes a service that is gone.
            Files.deleteIfExists(home.runFile());
            return Optional.of(new HomeLock(channel));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the home " + home.folder() + " cannot be locked (" + e.getMessage()
                            + "): it must lie on a disk that this user can write",
                    e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartRefusedException("the lock of the home could not be given back", e);
        }
    }
}
