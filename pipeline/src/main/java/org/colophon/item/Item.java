package org.colophon.item;

import java.time.Instant;
import java.util.List;

/**
 * An item as the ledger has it now.
 *
 * @param id its name
 * @param ark its archival resource key
 * @param title for people: from metadata, else the name of what was dropped
 * @param collection name of its collection
 * @param source where it came from
 * @param state where it is on its way
 * @param pageCount pages; 0 before admission
 * @param version version of its package in the archive; 0 when none
 * @param round the round of work it is in: the package version that this work makes
 * @param reason why it waits, was refused or set aside; null otherwise
 * @param languages of its text, as given in metadata, else by the collection
 * @param description what is known of it
 * @param access who may read it
 * @param rights a rights statement URI, or null
 * @param contentIdentity SHA-512 over the ordered SHA-512 of its masters; null before admission
 * @param createdAt when it was first seen
 * @param depositedAt when its first package was read back; null before
 * @param publishedAt when it became readable; null before
 */
public record Item(
        ItemId id,
        String ark,
        String title,
        String collection,
        Source source,
        ItemState state,
        int pageCount,
        int version,
        int round,
        String reason,
        List<String> languages,
        Description description,
        Access access,
        String rights,
        String contentIdentity,
        Instant createdAt,
        Instant depositedAt,
        Instant publishedAt) {
    public Item {
        languages = List.copyOf(languages);
    }
}
