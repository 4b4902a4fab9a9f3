package org.colophon.port;

import java.util.List;
import org.colophon.item.FileSeen;
import org.colophon.item.Item;

/** An admitted item whose source still lies where it was dropped, and what was seen there at admission. */
public record Unsettled(Item item, List<FileSeen> seen) {
    public Unsettled {
        seen = List.copyOf(seen);
    }
}
