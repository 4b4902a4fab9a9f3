package org.colophon.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to work in a home: one process at a time. The operating system gives it back when the process dies. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private final String lastPlace;

    private HomeLock(FileChannel channel) throws IOException {
        this.channel = channel;
        ByteBuffer written = ByteBuffer.allocate((int) channel.size());
        channel.read(written, 0);
        this.lastPlace = new String(written.array(), StandardCharsets.UTF_8).strip();
    }

    /** Where the home lay when it was worked in last, as a URI; empty when it never was. */
    Optional<String> lastPlace() {
        return lastPlace.isEmpty() ? Optional.empty() : Optional.of(lastPlace);
    }

    /** Remembers where the home lies. */
    void placed(String uri) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(uri + "\n");
            channel.truncate(bytes.remaining());
            channel.write(bytes, 0);
            channel.force(true);
        } catch (IOException e) {
            throw new StartRefusedException("the lock of the home could not be written: " + e.getMessage(), e);
        }
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
            FileChannel channel = FileChannel.open(
                    home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            refuseCopies(home, channel);
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

    /** Ledger, folders and store of a home that was copied while it was at work are of different moments. */
    private static void refuseCopies(Home home, FileChannel channel) throws IOException {
        Optional<String> original = RunFile.copiedFrom(home);
        if (original.isPresent()) {
            channel.close();
            throw new StartRefusedException(home.folder() + " is a copy of the home " + original.get()
                    + " that was made while Colophon worked there, or before it had been ended: its ledger, folders and"
                    + " store may not fit together. End Colophon there (Ctrl-C), and copy it again. Only if that home is"
                    + " lost: delete " + home.runFile() + " and start this copy; then look with `colophon list` and"
                    + " `colophon export` whether all is there.");
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
