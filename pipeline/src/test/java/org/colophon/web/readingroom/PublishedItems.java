package org.colophon.web.readingroom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.UnavailableException;
import org.colophon.port.History;

/** A history in memory, newest first as items are added last. Can be told that its database is gone. */
public final class PublishedItems implements History {
    private final Map<ItemId, Item> items = new LinkedHashMap<>();
    private final Map<ItemId, List<PageStatus>> pages = new LinkedHashMap<>();
    private boolean gone;

    /** Adds or replaces an item with its pages. */
    public void add(Item item, List<PageStatus> statuses) {
        items.remove(item.id());
        items.put(item.id(), item);
        pages.put(item.id(), List.copyOf(statuses));
    }

    /** From now on the database does not answer, or answers again. */
    public void gone(boolean isGone) {
        this.gone = isGone;
    }

    /** Forgets all. */
    public void clear() {
        items.clear();
        pages.clear();
        gone = false;
    }

    @Override
    public List<Item> items() {
        answering();
        List<Item> newestFirst = new ArrayList<>(items.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public List<Item> items(List<ItemState> states, int offset, int limit) {
        return items().stream()
                .filter(item -> states.contains(item.state()))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Item> item(ItemId id) {
        answering();
        return Optional.ofNullable(items.get(id));
    }

    @Override
    public List<PageStatus> pages(ItemId id) {
        answering();
        return pages.get(id);
    }

    @Override
    public List<PageStatus> refused(ItemId id, int most) {
        return List.of();
    }

    @Override
    public PageStatus page(ItemId id, int n) {
        return pages(id).get(n - 1);
    }

    @Override
    public List<Event> events(ItemId id) {
        throw new UnsupportedOperationException("the web asks for no events");
    }

    @Override
    public Dossier dossier(ItemId id) {
        throw new UnsupportedOperationException("the web asks for no dossier");
    }

    @Override
    public Progress progress(ItemId id) {
        throw new UnsupportedOperationException("the web asks for no progress");
    }

    @Override
    public Backlog backlog() {
        throw new UnsupportedOperationException("the web asks for no backlog");
    }

    private void answering() {
        if (gone) {
            throw new UnavailableException("database", "the database does not answer", null);
        }
    }
}
