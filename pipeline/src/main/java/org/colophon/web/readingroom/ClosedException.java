package org.colophon.web.readingroom;

import org.colophon.item.ColophonException;
import org.colophon.item.Item;

/** The item exists, but only its description may be seen. */
final class ClosedException extends ColophonException {
    private static final long serialVersionUID = 1L;
    private final transient Item item;
    private final Shelf.Barrier barrier;

    ClosedException(Item item, Shelf.Barrier barrier) {
        super("item " + item.id() + " is not open to readers: " + barrier);
        this.item = item;
        this.barrier = barrier;
    }

    Item item() {
        return item;
    }

    Shelf.Barrier barrier() {
        return barrier;
    }
}
