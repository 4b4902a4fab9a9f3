package org.colophon.port;

import java.time.Instant;
import java.util.List;
import org.colophon.item.Access;
import org.colophon.item.Description;
import org.colophon.item.Event;
import org.colophon.item.FileSeen;
import org.colophon.item.ItemId;
import org.colophon.item.Page;
import org.colophon.item.Source;
import org.colophon.item.StoredFile;

/**
 * All that intake knows of an object when it admits it.
 *
 * @param languages as given in metadata, else by the collection
 * @param contentIdentity null when it has no masters
 * @param files copied into the workspace
 * @param pages in reading order; empty when refused
 * @param seen every file of the source as it was, for settle
 * @param decision what becomes of it
 */
public record Admission(
        ItemId id,
        String ark,
        String collection,
        Source source,
        String title,
        List<String> languages,
        Description description,
        Access access,
        String rights,
        String contentIdentity,
        List<StoredFile> files,
        List<Page> pages,
        List<FileSeen> seen,
        List<Event> events,
        Instant at,
        Decision decision) {
    public Admission {
        languages = List.copyOf(languages);
        files = List.copyOf(files);
        pages = List.copyOf(pages);
        seen = List.copyOf(seen);
        events = List.copyOf(events);
    }

    /** What becomes of an admitted object. */
    public sealed interface Decision {
        /** Its pages are examined. */
        record Examine() implements Decision {}

        /**
         * It goes back to the technician.
         *
         * @param reason every fault, one a line, in plain words
         */
        record Refuse(String reason) implements Decision {}

        /**
         * The same masters were deposited before.
         *
         * @param of the deposited item
         * @param note how this drop differs, or null
         */
        record Duplicate(ItemId of, String note) implements Decision {}
    }
}
