package org.colophon.preserve.describe;

import org.colophon.item.Event;
import org.colophon.item.text.Xml;

/**
 * Identifier of a PREMIS entity.
 *
 * @param type how to read the value
 */
record Identifier(String type, String value) {

    /** Of what has an archival resource key: an item, or a page of it. */
    static Identifier ark(String ark) {
        return new Identifier("ARK", ark);
    }

    /** Of a file, a representation's folder, or a page inside a file ({@code #page=n}). */
    static Identifier path(String path) {
        return new Identifier("package path", path);
    }

    /** Of an event. */
    static Identifier of(Event event) {
        return new Identifier("UUID", event.id().toString());
    }

    /** Writes it under an element's name, e.g. {@code objectIdentifier}. */
    void write(Xml xml, String element) {
        xml.open(element)
                .leaf(element + "Type", type)
                .leaf(element + "Value", value)
                .end();
    }
}
