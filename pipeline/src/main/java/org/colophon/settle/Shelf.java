package org.colophon.settle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colophon.item.Collection;
import org.colophon.item.FileSeen;
import org.colophon.item.Note;
import org.colophon.port.Sources;
import org.colophon.port.Sources.Kind;
import org.colophon.port.Sources.Survey;

/** Where one source goes: names, numbers when the name is taken, and how to know it again after a kill. */
final class Shelf {
    private final Sources sources;
    private final Path source;
    private final List<FileSeen> seen;
    private final RawName name;
    private final Path batch;
    private final Path base;
    private final Path folder;

    /** @param base one of the three folders; children of a batch go into a folder of the batch's name there */
    Shelf(Sources sources, Collection collection, Path source, List<FileSeen> seen, Path base) {
        this.sources = sources;
        this.source = source;
        this.seen = seen;
        this.name = RawName.of(source);
        this.base = base;
        Path parent = source.getParent();
        boolean inBatch = collection != null
                && !parent.equals(collection.inbox())
                && collection.inbox().equals(parent.getParent());
        this.batch = inBatch ? parent : null;
        this.folder = inBatch ? RawName.of(parent).in(base) : base;
    }

    /** Whether this is what was taken in, by its own key; by all it holds where the file system has no keys. */
    boolean isOurs(Survey survey) throws IOException {
        requireSeen(survey);
        if (survey.kind() == Kind.GONE) {
            return false;
        }
        if (neverTakenIn()) {
            return true;
        }
        String key = Changes.rootKey(seen);
        return key.isEmpty() ? Changes.between(seen, survey.seen()).isEmpty() : key.equals(survey.key());
    }

    /** What could not even be looked at is not for that reason another one, or gone. */
    static void requireSeen(Survey survey) throws IOException {
        if (survey.kind() == Kind.OTHER) {
            requireReadable(survey);
        }
    }

    /** Nor is what could not be listed for that reason changed. */
    static void requireReadable(Survey survey) throws IOException {
        if (!survey.unreadable().isEmpty()) {
            throw new IOException(String.join("; ", survey.unreadable()));
        }
    }

    /** Whether it was rejected while it still waited, so that nothing is known of it but its place. */
    boolean neverTakenIn() {
        return seen.isEmpty();
    }

    /** Where an attempt that was killed has moved it already. */
    Optional<Path> movedBefore() throws IOException {
        if (neverTakenIn() || !sources.exists(folder)) {
            return Optional.empty();
        }
        Set<Path> there = new HashSet<>(sources.list(folder));
        for (int n = 1; n <= there.size() + 1; n++) {
            for (boolean file : new boolean[] {false, true}) {
                Path candidate = name.numbered(n, file).in(folder);
                if (there.contains(candidate) && isOurs(sources.survey(candidate))) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** Moves it under the first name that is free. */
    Path move(Survey survey) throws IOException {
        for (Note note : Note.values()) {
            sources.clear(noteFor(source, survey.kind() == Kind.FOLDER, note));
        }
        if (survey.kind() == Kind.FOLDER) {
            // A marker that came along would make the corrected folder count as complete while it is copied.
            sources.clear(source.resolve(".ready"));
        }
        Path target = free(folder, name, survey.kind() == Kind.FILE);
        sources.move(source, target);
        return target;
    }

    /** What remains of a batch when its last child left: its metadata follows, the empty folder goes. */
    void tidy() throws IOException {
        if (batch == null) {
            return;
        }
        Survey rest = sources.survey(batch);
        if (rest.kind() != Kind.FOLDER
                || !rest.folders().isEmpty()
                || rest.files().size() > 1) {
            return;
        }
        for (Sources.Found file : rest.files()) {
            if (!file.name().equals("metadata.csv")) {
                return;
            }
            sources.move(file.path(), free(folder, RawName.of(file.path()), true));
        }
        sources.clear(batch.resolve(".ready"));
        sources.clear(batch);
        if (sources.exists(batch)) {
            sources.move(batch, free(base, RawName.of(batch), false));
        }
    }

    private Path free(Path where, RawName wanted, boolean file) {
        int n = 1;
        while (sources.exists(wanted.numbered(n, file).in(where))) {
            n++;
        }
        return wanted.numbered(n, file).in(where);
    }

    /** Where a note about something lies: inside a folder, beside a loose file. */
    static Path noteFor(Path object, boolean folder, Note note) {
        return folder ? object.resolve(note.fileName()) : beside(object, note);
    }

    /** The place for a note outside of what it is about. */
    static Path beside(Path object, Note note) {
        return RawName.of(object).with("." + note.fileName()).in(object.getParent());
    }
}
