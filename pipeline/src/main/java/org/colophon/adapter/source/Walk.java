package org.colophon.adapter.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.colophon.item.FileSeen;
import org.colophon.item.Note;
import org.colophon.item.SourcePath;
import org.colophon.port.Sources.Found;
import org.colophon.port.Sources.Kind;
import org.colophon.port.Sources.Survey;

/** One walk through one object, by lstat only. */
final class Walk {
    /** Far deeper than any object may be; keeps a hostile tree from exhausting the stack. */
    private static final int DEEPEST = 12;

    private static final int MOST_FILES = 200_000;

    private final Path root;
    private final List<Found> files = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<FileSeen> inMotion = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private boolean ready;

    private Walk(Path root) {
        this.root = root;
    }

    static Survey of(Path root) {
        Walk walk = new Walk(root);
        BasicFileAttributes at;
        try {
            at = attributes(root);
        } catch (NoSuchFileException e) {
            return walk.result(Kind.GONE, "");
        } catch (IOException e) {
            walk.unreadable.add("it cannot be looked at (" + reason(e) + ")");
            return walk.result(Kind.OTHER, "");
        }
        if (at.isDirectory()) {
            walk.folder(root, 1);
            return walk.result(Kind.FOLDER, key(at));
        }
        walk.entry(root, at, 0);
        return walk.result(at.isRegularFile() ? Kind.FILE : Kind.OTHER, key(at));
    }

    private Survey result(Kind kind, String key) {
        files.sort(Comparator.comparing(found -> found.seen().path()));
        inMotion.sort(Comparator.comparing(FileSeen::path));
        folders.sort(null);
        faults.sort(null);
        unreadable.sort(null);
        return new Survey(root, kind, key, files, folders, inMotion, faults, unreadable, ready);
    }

    private void folder(Path folder, int depth) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (depth == 1 && name.equals(".ready")) {
                    ready = true;
                } else if (!PassedOver.always(name)) {
                    lookAt(entry, depth);
                }
                if (files.size() > MOST_FILES) {
                    faults.add("it holds more than " + MOST_FILES + " files; drop it in parts");
                    return;
                }
            }
        } catch (NoSuchFileException e) {
            // Moved away while we looked: the next look tells what became of it.
            inMotion.add(new FileSeen("", 0, 0, "vanished"));
        } catch (IOException | DirectoryIteratorException e) {
            unreadable.add("the folder " + name(folder) + " cannot be listed (" + reason(e)
                    + "); give the account that runs Colophon the right to read it");
        }
    }

    private void lookAt(Path entry, int depth) {
        try {
            entry(entry, attributes(entry), depth);
        } catch (NoSuchFileException e) {
            inMotion.add(new FileSeen(path(root, entry), 0, 0, "vanished"));
        } catch (IOException e) {
            unreadable.add(name(entry) + " cannot be looked at (" + reason(e) + ")");
        }
    }

    private void entry(Path entry, BasicFileAttributes at, int depth) {
        if (at.isDirectory()) {
            folders.add(entry);
            if (depth >= DEEPEST) {
                faults.add("the folder " + name(entry) + " lies too deep");
            } else {
                folder(entry, depth + 1);
            }
        } else if (!at.isRegularFile()) {
            faults.add(Special.describe(entry, name(entry)));
        } else if (PassedOver.inMotion(entry.getFileName().toString())) {
            inMotion.add(seen(root, entry, at));
        } else if (!(depth == 1 && isNote(entry))) {
            files.add(new Found(entry, name(entry), seen(root, entry, at)));
        }
    }

    /** A note of ours: the name alone does not make one. */
    static boolean isNote(Path file) {
        // Opening a pipe would wait for whoever writes into it.
        if (!Note.mayBe(file.getFileName().toString()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] begin = bytes.readNBytes(Note.SIGNATURE.length());
            return new String(begin, StandardCharsets.US_ASCII).equals(Note.SIGNATURE);
        } catch (IOException e) {
            // Unreadable is for the copy to complain of; as a file of the drop it will.
            return false;
        }
    }

    static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    static FileSeen seen(Path root, Path file, BasicFileAttributes at) {
        return new FileSeen(path(root, file), at.size(), at.lastModifiedTime().to(TimeUnit.NANOSECONDS), key(at));
    }

    private static String key(BasicFileAttributes at) {
        return at.fileKey() == null ? "" : at.fileKey().toString();
    }

    /** URI-encoded path inside the object; a loose file's own name. */
    private static String path(Path root, Path file) {
        String uri = SourcePath.of(file).uri();
        String base = SourcePath.of(file.equals(root) ? root.toAbsolutePath().getParent() : root)
                .uri();
        return uri.substring(base.endsWith("/") ? base.length() : base.length() + 1);
    }

    private String name(Path file) {
        StringBuilder name = new StringBuilder();
        for (Path at = file; !at.equals(root); at = at.getParent()) {
            name.insert(0, SourcePath.of(at).name() + (name.isEmpty() ? "" : "/"));
        }
        return name.isEmpty() ? SourcePath.of(root).name() : name.toString();
    }

    static String reason(Exception e) {
        Throwable cause = e instanceof DirectoryIteratorException ? e.getCause() : e;
        return cause instanceof AccessDeniedException ? "permission denied" : String.valueOf(cause.getMessage());
    }
}
