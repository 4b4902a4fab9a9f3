package org.colophon.adapter.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.colophon.item.FileSeen;
import org.colophon.port.Sources;

/** Drop folders on a local or mounted file system. */
public final class FolderSources implements Sources {
    @Override
    public List<Path> list(Path inbox) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(inbox)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean over = name.startsWith(".") || PassedOver.always(name) || PassedOver.inMotion(name);
                if (!over && !Walk.isNote(entry)) {
                    found.add(entry);
                }
            }
            return found;
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new IOException("the folder " + inbox + " is not there; make it again, or mount it", e);
        } catch (IOException | DirectoryIteratorException e) {
            throw new IOException("the folder " + inbox + " cannot be listed (" + Walk.reason(e) + ")", e);
        }
    }

    @Override
    public Survey survey(Path object) {
        return Walk.of(object);
    }

    @Override
    public FileSeen look(Path object, Path file) throws IOException {
        return Walk.seen(object, file, Walk.attributes(file));
    }

    @Override
    public InputStream open(Path file) throws IOException {
        if (!Walk.attributes(file).isRegularFile()) {
            throw new IOException("it is no regular file any more");
        }
        return Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void write(Path note, String text) throws IOException {
        Durable.write(note, text);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        if (exists(to)) {
            // An atomic move would silently replace a file or an empty folder.
            throw new FileAlreadyExistsException(to.toString());
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Durable.force(to.getParent());
        Durable.force(from.toAbsolutePath().getParent());
    }

    @Override
    public void clear(Path path) throws IOException {
        if (!exists(path)) {
            return;
        }
        BasicFileAttributes at = Walk.attributes(path);
        boolean marker = at.isRegularFile() && path.getFileName().toString().equals(".ready");
        if (marker || (at.isRegularFile() && Walk.isNote(path)) || (at.isDirectory() && empty(path))) {
            Files.deleteIfExists(path);
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    @Override
    public boolean canMove(Path from, Path to) throws IOException {
        Path probe = from.resolve(probe(to));
        Path moved = to.resolve(probe(to));
        // A try that was killed may have left either.
        Files.deleteIfExists(probe);
        Files.deleteIfExists(moved);
        Files.createDirectory(probe);
        try {
            Files.move(probe, moved, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (AtomicMoveNotSupportedException e) {
            return false;
        } finally {
            Files.deleteIfExists(probe);
            Files.deleteIfExists(moved);
        }
    }

    /** Another for each target: several homes may try with one inbox at the same time. */
    static String probe(Path to) {
        return ".colophon-try-" + Integer.toHexString(to.toAbsolutePath().hashCode());
    }
}
