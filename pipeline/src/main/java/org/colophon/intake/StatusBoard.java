package org.colophon.intake;

import java.io.IOException;
import java.util.List;
import org.colophon.item.Collection;
import org.colophon.item.Note;
import org.colophon.port.Sources;

/** The status files of all inboxes; one that cannot be written is a problem to tell of, never a reason to stop. */
final class StatusBoard {
    private final StatusFile file;
    private final List<Collection> collections;

    StatusBoard(Sources sources, List<Collection> collections) {
        this.file = new StatusFile(sources);
        this.collections = collections;
    }

    void show(Collection collection, List<String> lines, List<String> problems) {
        try {
            file.write(collection.inbox(), lines);
        } catch (IOException e) {
            problems.add("STATUS.txt cannot be written into " + collection.inbox() + ": " + e.getMessage());
        }
    }

    /** Says in every inbox that nothing goes on for now. */
    void trouble(String why, List<String> problems) {
        for (Collection collection : collections) {
            show(
                    collection,
                    List.of(
                            "Colophon cannot go on at the moment and tries again by itself; nothing is lost. The reason: "
                                    + Note.oneLine(why)),
                    problems);
        }
    }
}
