package org.colophon.intake;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colophon.item.Collection;

/** The inboxes of all collections: which of them can be looked at, and which another intake watches. */
final class Inboxes {
    private final List<Collection> collections;
    private final Watches watches;
    private final Set<String> unlisted = new HashSet<>();
    private final Set<String> leftToOthers = new HashSet<>();

    Inboxes(List<Collection> collections, Watches watches) {
        this.collections = collections;
        this.watches = watches;
    }

    /**
     * Takes the watch over every inbox that is free, before anything is said of it.
     *
     * @param problems gets a sentence for each that another intake has
     * @return whether one was taken over from another
     */
    boolean takeWatches(List<String> problems) {
        boolean takenOver = false;
        for (Collection collection : collections) {
            Optional<String> other = watches.leftToAnother(collection);
            if (other.isPresent()) {
                problems.add(other.get());
                leftToOthers.add(collection.name());
            } else if (leftToOthers.remove(collection.name())) {
                takenOver = true;
            }
        }
        return takenOver;
    }

    /** Looks over those that are ours. */
    void look(Lookout lookout, List<String> problems) {
        unlisted.clear();
        for (Collection collection : watched()) {
            try {
                lookout.inbox(collection);
            } catch (IOException e) {
                problems.add("collection " + collection.name() + ": " + e.getMessage());
                unlisted.add(collection.name());
            }
        }
    }

    /** Collections whose inbox is ours to watch. */
    List<Collection> watched() {
        return collections.stream()
                .filter(collection -> !leftToOthers.contains(collection.name()))
                .toList();
    }

    /** Names of collections whose inbox another watches. */
    Set<String> leftToOthers() {
        return Set.copyOf(leftToOthers);
    }

    /** Whether the last look could tell what lies in this collection's inbox. */
    boolean listed(String collection) {
        return !unlisted.contains(collection)
                && watched().stream().anyMatch(one -> one.name().equals(collection));
    }
}
