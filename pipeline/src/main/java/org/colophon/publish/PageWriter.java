package org.colophon.publish;

import org.colophon.item.Item;
import org.colophon.item.Page;
import org.colophon.worker.protocol.PageText;

/** Writes the text of one page in a form that readers take away: ALTO, or plain text. */
@FunctionalInterface
public interface PageWriter {

    /** The whole file, ready to be served. */
    byte[] write(Item item, Page page, PageText text);
}
