package org.colophon.web.readingroom;

import org.colophon.item.ColophonException;
import org.colophon.item.ItemId;
import org.colophon.port.AccessCopies.Kind;

/** A copy that should be there is not. The master is safe in the archive; publishing the item again makes the copy. */
final class CopyMissingException extends ColophonException {
    private static final long serialVersionUID = 1L;

    CopyMissingException(ItemId item, int page, Kind kind) {
        super("the access copy " + kind.file() + " of page " + page + " of item " + item
                + " is missing: publish the item again to make it anew");
    }
}
