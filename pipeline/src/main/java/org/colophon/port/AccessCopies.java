package org.colophon.port;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.colophon.item.ItemId;

/**
 * Copies made for reading. Regenerable: nothing here is the only copy of anything.
 *
 * <p>All methods throw {@link org.colophon.item.UnavailableException} when the store does not answer.
 */
public interface AccessCopies {

    /** Stores a copy, over an older one. */
    void put(ItemId item, int page, Kind kind, Path file);

    /** Opens a copy; empty when there is none. The caller closes it. */
    Optional<InputStream> open(ItemId item, int page, Kind kind);

    /** What is kept for each page. */
    enum Kind {
        THUMBNAIL("thumbnail.jpg", "image/jpeg"),
        READING("reading.jpg", "image/jpeg"),
        /** The page text as JSON. */
        PAGE_TEXT("text.json", "application/json"),
        ALTO("alto.xml", "application/xml"),
        PLAIN("text.txt", "text/plain; charset=utf-8");

        private final String file;
        private final String mime;

        Kind(String file, String mime) {
            this.file = file;
            this.mime = mime;
        }

        /** Last part of its key. */
        public String file() {
            return file;
        }

        /** Its media type. */
        public String mime() {
            return mime;
        }
    }
}
