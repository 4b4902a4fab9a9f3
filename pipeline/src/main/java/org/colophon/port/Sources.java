package org.colophon.port;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colophon.item.FileSeen;

/**
 * The folders that people drop scans into, and those where they find them again. Nothing here follows a symbolic link
 * or opens anything but a regular file; names travel as {@link Path} and keep every byte.
 */
public interface Sources {
    /**
     * What lies in an inbox: loose files and folders, in no order. Passed over are names that begin with a dot, the
     * leavings of file managers, files still being written under a name of their own, and Colophon's notes.
     *
     * @throws IOException when the folder cannot be listed; the message is for people
     */
    List<Path> list(Path inbox) throws IOException;

    /** Looks at an object with all that is in it, or at nothing when it is gone. Never throws: faults are results. */
    Survey survey(Path object);

    /** A file of an object as it is now. */
    FileSeen look(Path object, Path file) throws IOException;

    /** Opens a regular file afresh. The caller closes it. */
    InputStream open(Path file) throws IOException;

    /** Whether anything of this name is there, be it a dangling link. */
    boolean exists(Path path);

    /** Writes a note whole, under its name at once or not at all; takes the place of an older one. */
    void write(Path note, String text) throws IOException;

    /** Renames within one file system and makes it last. The target must not exist; its folder is made. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a marker, a note of Colophon's own, or an empty folder; does nothing to anything else. */
    void clear(Path path) throws IOException;

    /**
     * Whether what lies in one existing folder can be renamed into another: by trying it with an empty folder of a hidden
     * name. Two mounts of one disk look like one file system, and no rename leads from one to the other.
     */
    boolean canMove(Path from, Path to) throws IOException;

    /**
     * A regular file of an object.
     *
     * @param name its path inside the object for people, decoded where it is UTF-8, undecodable bytes as %HH
     */
    record Found(Path path, String name, FileSeen seen) {}

    /**
     * An object as one look found it.
     *
     * @param root where it lies
     * @param kind what the root is
     * @param key the file system's own key of the root, or empty
     * @param files regular files, sorted by path
     * @param folders folders inside, the root left out
     * @param inMotion files that programs write under a name of their own ({@code *.part}, {@code *.tmp})
     * @param faults what is neither file nor folder, and what lies too deep: a sentence each
     * @param unreadable what could not be listed: a sentence each
     * @param ready whether the marker {@code .ready} lies at the top
     */
    record Survey(
            Path root,
            Kind kind,
            String key,
            List<Found> files,
            List<Path> folders,
            List<FileSeen> inMotion,
            List<String> faults,
            List<String> unreadable,
            boolean ready) {
        public Survey {
            files = List.copyOf(files);
            folders = List.copyOf(folders);
            inMotion = List.copyOf(inMotion);
            faults = List.copyOf(faults);
            unreadable = List.copyOf(unreadable);
        }

        /** What the ledger keeps: the root under the empty path with nothing but its key, then every file. */
        public List<FileSeen> seen() {
            List<FileSeen> all = new ArrayList<>();
            all.add(new FileSeen("", 0, 0, key));
            files.forEach(file -> all.add(file.seen()));
            return all;
        }

        /** The same with the marker set: that of the batch it lies in. */
        public Survey withReady() {
            return new Survey(root, kind, key, files, folders, inMotion, faults, unreadable, true);
        }

        /** All bytes of its files. */
        public long bytes() {
            return files.stream().mapToLong(file -> file.seen().size()).sum();
        }

        /** Everything that must stay as it is for the object to count as unchanged. */
        public List<Object> fingerprint() {
            return List.of(seen(), folders, inMotion, faults, unreadable);
        }
    }

    /** What lies at a path, by lstat. */
    enum Kind {
        FILE,
        FOLDER,
        /** Neither: a link, a pipe, a socket, a device. */
        OTHER,
        GONE
    }
}
