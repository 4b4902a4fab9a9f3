package org.colophon.preserve.describe;

import java.util.List;
import org.colophon.item.Page;
import org.colophon.item.StoredFile;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;

/**
 * A master of a package, with what examination found out of its pages.
 *
 * @param identification what it is; never null
 * @param pages the pages it holds, in reading order
 */
public record Master(PackageFile file, StoredFile stored, Identification identification, List<Leaf> pages) {
    public Master {
        pages = List.copyOf(pages);
    }

    /**
     * A page of a master.
     *
     * @param facts null when it could not be measured
     */
    public record Leaf(Page page, ImageFacts facts) {}

    /** Whether its pages are bitstreams of their own: several images in one file, or a page image inside a PDF. */
    public boolean embeds() {
        return pages.size() > 1 || "application/pdf".equals(identification.mime());
    }

    /** Identifier of the PREMIS object that is a page of it. */
    public String object(Page page) {
        return embeds() ? file.path() + "#page=" + (page.index() + 1) : file.path();
    }
}
