package org.colophon.app;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.port.Ports;

/** Frees the workspace of what has gone its whole way. */
final class Cleaning {
    private static final Set<ItemState> ENDED = EnumSet.of(
            ItemState.PUBLISHED, ItemState.HELD, ItemState.WITHDRAWN, ItemState.REJECTED, ItemState.DUPLICATE);

    private final Ports ports;

    Cleaning(Ports ports) {
        this.ports = ports;
    }

    /** At start: what a kill kept from being released. */
    void releaseWhatIsSettled() {
        List<ItemId> unsettled =
                ports.ledger().unsettled().stream().map(one -> one.item().id()).toList();
        for (ItemId id : ports.workspace().items()) {
            boolean ended = ports.history()
                    .item(id)
                    .filter(item -> ENDED.contains(item.state()))
                    .isPresent();
            if (ended && !unsettled.contains(id)) {
                ports.workspace().release(id);
            }
        }
    }
}
