package org.colophon.worker.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * The folder {@code root/.incoming}, where objects are written before they have a name. A put is seen in its bucket
 * whole and synced, or not at all: neither a half-written file nor an empty folder ever stands in a bucket, so an OCFL
 * storage root there stays valid (OCFL 1.1 §4.2) however the process ends.
 */
final class Incoming {
    /** Name of the folder; no bucket name may begin with a dot. */
    static final String NAME = ".incoming";

    private static final int ATTEMPTS = 100;

    private final Path root;
    private final Path folder;

    private Incoming(Path root) {
        this.root = root;
        this.folder = root.resolve(NAME);
    }

    /** Opens the folder below {@code root} and removes what puts left there that a killed process never answered. */
    static Incoming open(Path root) throws IOException {
        Incoming incoming = new Incoming(root);
        if (Files.exists(incoming.folder)) {
            removeTree(incoming.folder);
        }
        Files.createDirectories(incoming.folder);
        return incoming;
    }

    /** The file that lies under {@code name} in this folder. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** A name nobody else writes to. */
    static String freshName() {
        return UUID.randomUUID().toString();
    }

    /**
     * Gives a staged file its place, replacing what was there, and returns when both are durable.
     *
     * @throws NameTakenException when a folder lies at {@code target}, or a file where a folder is needed
     */
    void place(Path staged, Path target) throws IOException {
        Fsync.file(staged);
        settle(staged, target, () -> Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE));
    }

    /**
     * Like {@link #place}, for a target that must not exist yet.
     *
     * @throws FileAlreadyExistsException when it does
     */
    void claim(Path staged, Path target) throws IOException {
        Fsync.file(staged);
        settle(staged, target, () -> {
            // Unlike a rename, a link fails on an existing name: two writers cannot both believe they came first.
            Files.createLink(target, staged);
            Files.delete(staged);
        });
    }

    private interface Move {
        void run() throws IOException;
    }

    private void settle(Path staged, Path target, Move move) throws IOException {
        for (int attempt = 1; ; attempt++) {
            if (Files.isDirectory(target)) {
                throw new NameTakenException(root.relativize(target) + " is the beginning of other keys");
            }
            try {
                Path missing = highestMissing(target);
                if (missing == null) {
                    move.run();
                } else {
                    moveWithFolders(staged, target, missing);
                }
                break;
            } catch (FolderAppearedException | NoSuchFileException e) {
                // A neighbor made or removed a folder on the way in this very moment: look again.
                if (attempt == ATTEMPTS || !Files.exists(staged)) {
                    throw e;
                }
            }
        }
        Fsync.way(root, target.getParent());
    }

    /** The topmost folder above {@code target} that does not exist, or null when all do. */
    private Path highestMissing(Path target) throws NameTakenException {
        Path missing = null;
        for (Path at = target.getParent(); !at.equals(root) && !Files.isDirectory(at); at = at.getParent()) {
            // Asked in one question: a folder that a neighbor makes right now is not an object.
            if (Files.isRegularFile(at)) {
                throw new NameTakenException(root.relativize(at) + " is itself an object");
            }
            missing = at;
        }
        return missing;
    }

    /** Builds the missing folders here with the file in them and moves the topmost: they are never seen empty. */
    private void moveWithFolders(Path staged, Path target, Path missing) throws IOException {
        Path box = folder.resolve(freshName());
        Path inBox = box.resolve(missing.relativize(target).toString());
        Files.createDirectories(inBox.getParent());
        Files.move(staged, inBox, StandardCopyOption.ATOMIC_MOVE);
        Fsync.way(box, inBox.getParent());
        try {
            Files.move(box, missing, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Files.move(inBox, staged, StandardCopyOption.ATOMIC_MOVE);
            removeTree(box);
            if (Files.exists(missing)) {
                throw new FolderAppearedException(missing, e);
            }
            throw e;
        }
    }

    private static void removeTree(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** On a plain file system {@code k} and {@code k/x} cannot both be objects. */
    static final class NameTakenException extends IOException {
        private static final long serialVersionUID = 1L;

        NameTakenException(String message) {
            super(message);
        }
    }

    private static final class FolderAppearedException extends FileSystemException {
        private static final long serialVersionUID = 1L;

        FolderAppearedException(Path folder, Throwable cause) {
            super(folder.toString());
            initCause(cause);
        }
    }
}
