package org.colophon.adapter.workspace;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.colophon.port.Workspace;

/**
 * A folder: {@code items/{id}/{first two of the SHA-512}/{SHA-512}}, and {@code scratch/} for what is under way. A name
 * under {@code items} appears by one rename of a file that was forced to disk, so what has its name is whole.
 *
 * <p>Its maker owns the folder alone: construction empties {@code scratch/}.
 */
public final class FolderWorkspace implements Workspace {
    private static final Pattern PURPOSE = Pattern.compile("[a-z0-9-]{1,40}");

    private final Path root;
    private final Path items;
    private final Path scratch;

    /** @param root made when it is not there */
    public FolderWorkspace(Path root) {
        this.root = root.toAbsolutePath();
        this.items = this.root.resolve("items");
        this.scratch = this.root.resolve("scratch");
        disk("be prepared", () -> {
            Files.createDirectories(items);
            delete(scratch);
            Files.createDirectories(scratch);
            force(this.root);
            return null;
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException when the bytes cannot be read: the source's fault, not the disk's
     */
    @Override
    public Fixity copyIn(ItemId item, InputStream bytes) {
        return disk("take in a file", () -> {
            Path part = Files.createTempFile(scratch, item.name() + "-", ".part");
            Files.delete(part);
            try {
                Fixity fixity = HashingWrite.copy(new Outside(bytes), part);
                place(item, part, fixity);
                return fixity;
            } finally {
                Files.deleteIfExists(part);
            }
        });
    }

    @Override
    public Fixity keep(ItemId item, Path made) {
        return disk("keep " + made.getFileName(), () -> {
            Fixity fixity;
            try (InputStream bytes = Files.newInputStream(made, LinkOption.NOFOLLOW_LINKS)) {
                fixity = HashingWrite.read(bytes);
            }
            try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            place(item, made, fixity);
            return fixity;
        });
    }

    private void place(ItemId item, Path made, Fixity fixity) throws IOException {
        Path target = target(item, fixity);
        if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && Files.size(target) == fixity.size()) {
            Files.delete(made);
            return;
        }
        Path fan = target.getParent();
        boolean fresh = !Files.isDirectory(fan);
        Files.createDirectories(fan);
        Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
        force(fan);
        if (fresh) {
            force(fan.getParent());
            force(items);
        }
    }

    @Override
    public boolean holds(ItemId item, Fixity fixity) {
        return disk("look for a file of " + item, () -> {
            Path target = target(item, fixity);
            return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && Files.size(target) == fixity.size();
        });
    }

    @Override
    public Path fetch(ItemId item, Fixity fixity) {
        return disk("give a file of " + item, () -> {
            Path target = target(item, fixity);
            if (!holds(item, fixity)) {
                throw new NoSuchFileException(target.toString());
            }
            return target;
        });
    }

    @Override
    public List<ItemId> items() {
        return disk("be listed", () -> {
            try (Stream<Path> folders = Files.list(items)) {
                return folders.map(folder -> folder.getFileName().toString())
                        .filter(ItemId::fits)
                        .map(ItemId::new)
                        .toList();
            }
        });
    }

    @Override
    public Path scratch(ItemId item, String purpose) {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("not fit for a folder's name: " + purpose);
        }
        return disk("make a scratch folder", () -> Files.createTempDirectory(scratch, item + "-" + purpose + "-"));
    }

    @Override
    public void discard(Path folder) {
        if (!folder.toAbsolutePath().normalize().startsWith(scratch) || folder.equals(scratch)) {
            throw new IllegalArgumentException("not a scratch folder: " + folder);
        }
        disk("discard " + folder.getFileName(), () -> {
            delete(folder);
            return null;
        });
    }

    @Override
    public void release(ItemId item) {
        disk("release " + item, () -> {
            delete(items.resolve(item.name()));
            try (DirectoryStream<Path> left = Files.newDirectoryStream(scratch, item.name() + "-*")) {
                for (Path folder : left) {
                    delete(folder);
                }
            }
            return null;
        });
    }

    @Override
    public long freeBytes() {
        return disk("be measured", () -> Files.getFileStore(root).getUsableSpace());
    }

    private Path target(ItemId item, Fixity fixity) {
        return items.resolve(item.name())
                .resolve(fixity.sha512().substring(0, 2))
                .resolve(fixity.sha512());
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes a tree, whatever somebody linked into it left alone. */
    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes at) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private <T> T disk(String what, OnDisk<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UnavailableException(
                    "disk",
                    "the workspace " + root + " could not " + what + ": " + e.getMessage()
                            + "; look at the disk: is it full, mounted, writable?",
                    e);
        }
    }

    private interface OnDisk<T> {
        T run() throws IOException;
    }

    /** Tells trouble with the bytes that come from outside apart from trouble with our own disk. */
    private static final class Outside extends FilterInputStream {
        Outside(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
