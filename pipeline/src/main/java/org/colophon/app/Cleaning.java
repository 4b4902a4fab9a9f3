package org.colophon.app;

import java.util.List;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.port.Ports;

/** Frees the workspace of what has gone its whole way. */
final class Cleaning {
    private final Ports ports;

    Cleaning(Ports ports) {
        this.ports = ports;
    }

    /** At start: what a kill kept from being released. */
    void releaseWhatIsSettled() {
        List<ItemState> ended = List.of(
                ItemState.PUBLISHED, ItemState.HELD, ItemState.WITHDRAWN, ItemState.REJECTED, ItemState.DUPLICATE);
        List<ItemId> unsettled =
                ports.ledger().unsettled().stream().map(one -> one.item().id()).toList();
        int page = 500;
        for (int offset = 0; ; offset += page) {
            List<Item> items = ports.history().items(ended, offset, page);
            items.stream().map(Item::id).filter(id -> !unsettled.contains(id)).forEach(ports.workspace()::release);
            if (items.size() < page) {
                return;
            }
        }
    }
}
