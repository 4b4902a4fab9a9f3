package org.colophon.web.readingroom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.port.History;

/**
 * The list of what may be read, newest first. Places in it are offsets among all published items, since what is closed
 * today is known only after looking.
 */
final class Catalogue {
    private static final List<ItemState> PUBLISHED = List.of(ItemState.PUBLISHED);
    private static final int LOOK = 96;

    private final History history;
    private final Shelf shelf;

    Catalogue(History history, Shelf shelf) {
        this.history = history;
        this.shelf = shelf;
    }

    /**
     * Readable items from an offset on.
     *
     * @param from offset, 0 for the newest
     * @param size most entries
     */
    Stretch from(int from, int size) {
        List<Item> found = new ArrayList<>();
        int at = from;
        while (true) {
            List<Item> batch = history.items(PUBLISHED, at, LOOK);
            for (Item item : batch) {
                if (readable(item)) {
                    if (found.size() == size) {
                        return new Stretch(found, before(from, size), at);
                    }
                    found.add(item);
                }
                at++;
            }
            if (batch.size() < LOOK) {
                return new Stretch(found, before(from, size), null);
            }
        }
    }

    /** Where the stretch before begins; null when there is nothing before. */
    private Integer before(int from, int size) {
        int found = 0;
        Integer begin = null;
        int end = from;
        while (end > 0 && found < size) {
            int start = Math.max(0, end - LOOK);
            List<Item> batch = new ArrayList<>(history.items(PUBLISHED, start, end - start));
            Collections.reverse(batch);
            int at = start + batch.size();
            for (Item item : batch) {
                at--;
                if (found < size && readable(item)) {
                    found++;
                    begin = at;
                }
            }
            end = start;
        }
        return begin;
    }

    private boolean readable(Item item) {
        return shelf.barrier(item) == Shelf.Barrier.NONE;
    }

    /**
     * A stretch of the list.
     *
     * @param newer offset of the stretch before, or null
     * @param older offset of the stretch after, or null
     */
    record Stretch(List<Item> items, Integer newer, Integer older) {
        Stretch {
            items = List.copyOf(items);
        }
    }
}
