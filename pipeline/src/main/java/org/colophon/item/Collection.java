package org.colophon.item;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A collection gives its objects their defaults.
 *
 * @param name as in the configuration, {@code default} for the one that needs none
 * @param title for people, or null
 * @param inbox the watched folder
 * @param languages of the text, where an object does not say; ISO 639 or BCP 47
 * @param quality name of the quality profile
 * @param access who may read, where an object does not say
 * @param rights a rightsstatements.org or Creative Commons URI, or null
 * @param institution who holds it, or null
 */
public record Collection(
        String name,
        String title,
        Path inbox,
        List<String> languages,
        String quality,
        Access access,
        String rights,
        String institution) {
    public Collection {
        languages = List.copyOf(languages);
    }

    /** The collection an item belongs to; empty when it is configured no longer. */
    public static Optional<Collection> of(Item item, List<Collection> all) {
        return all.stream().filter(one -> one.name().equals(item.collection())).findFirst();
    }
}
