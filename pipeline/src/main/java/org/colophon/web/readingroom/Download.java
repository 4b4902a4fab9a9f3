package org.colophon.web.readingroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.colophon.item.Page;

/** How the pages of an item become one file. Used once, in this order: begin, pages, end. */
interface Download {

    /** Media type of the file. */
    String mime();

    /** A name for the reader's disk. */
    String filename();

    /** Begins the file; the stream is not closed. */
    void begin(OutputStream out) throws IOException;

    /** Adds a page. */
    void page(Page page, InputStream in) throws IOException;

    /** Says that the copy of a page is gone. */
    void missing(Page page) throws IOException;

    /** Ends the file. Not called when something failed, so that a part never looks whole. */
    void end() throws IOException;
}
