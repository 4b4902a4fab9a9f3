package org.colophon.web.readingroom;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.colophon.item.Access;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.port.History;

/** Decides what may be seen of an item. Nothing of an item is shown unless this was asked. */
final class Shelf {
    private final History history;
    private final Clock clock;

    Shelf(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /**
     * The item, if readers may know of it at all.
     *
     * @throws NotFoundException when it does not exist, is not published yet, is held or was withdrawn
     */
    Item known(ItemId id) {
        return history.item(id).filter(Shelf::onTheShelf).orElseThrow(() -> new NotFoundException("item " + id));
    }

    /**
     * The item, if everyone may read it today.
     *
     * @throws NotFoundException as above
     * @throws ClosedException when only its description may be seen
     */
    Item readable(ItemId id) {
        Item item = known(id);
        Barrier barrier = barrier(item);
        if (barrier != Barrier.NONE) {
            throw new ClosedException(item, barrier);
        }
        return item;
    }

    /**
     * A page that everyone may read today.
     *
     * @throws NotFoundException also when the item has no such page
     * @throws ClosedException as above
     */
    History.PageStatus readable(Item item, int n) {
        if (n < 1 || n > item.pageCount()) {
            throw new NotFoundException("page " + n + " of item " + item.id());
        }
        return history.page(item.id(), n);
    }

    /** What keeps a reader without an account from reading it today. */
    Barrier barrier(Item item) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Access access = item.access();
        return switch (access.on(today)) {
            case OPEN -> Barrier.NONE;
            case LOGIN -> Barrier.LOGIN;
            case CLOSED -> access.level() == Access.Level.CLOSED ? Barrier.CLOSED : Barrier.EMBARGO;
        };
    }

    /**
     * A published item stays readable while a new version of it is made: its address was cited. One that is held or
     * withdrawn has no publication date, so a new version does not bring it out.
     */
    private static boolean onTheShelf(Item item) {
        return switch (item.state()) {
            case PUBLISHED -> true;
            case EXAMINING, RECOGNIZING, PRESERVING, DEPOSITED, SET_ASIDE ->
                item.version() > 0 && item.publishedAt() != null;
            case WAITING, HELD, WITHDRAWN, REJECTED, DUPLICATE -> false;
        };
    }

    /** What stands between a reader and an item. */
    enum Barrier {
        NONE,
        /** Readable after signing in, which this site does not offer. */
        LOGIN,
        /** Closed until a day that is known. */
        EMBARGO,
        CLOSED
    }
}
