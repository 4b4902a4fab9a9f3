package org.colophon.preserve.describe;

import java.io.OutputStream;
import org.colophon.item.DcElements;
import org.colophon.item.Description;
import org.colophon.item.Item;
import org.colophon.item.text.Xml;

/** Writes what is known of an item as Dublin Core: the 15 elements as {@code dc:}, other DCMI terms as {@code dcterms:}. */
public final class DublinCore {
    private DublinCore() {}

    /** Writes the document; does not close the stream. */
    public static void write(Item item, OutputStream out) {
        Description known = item.description();
        Xml.write(out, xml -> {
            xml.open(
                    "metadata",
                    "xmlns:dc",
                    "http://purl.org/dc/elements/1.1/",
                    "xmlns:dcterms",
                    "http://purl.org/dc/terms/");
            if (known.title().isEmpty()) {
                xml.leaf("dc:title", item.title());
            }
            xml.leaf("dc:identifier", item.ark());
            known.terms().forEach(term -> term(xml, term));
            if (known.languages().isEmpty()) {
                item.languages().forEach(language -> xml.leaf("dc:language", language));
            }
            if (item.rights() != null && !known.values("rights").contains(item.rights())) {
                xml.leaf("dc:rights", item.rights());
            }
            xml.end();
        });
    }

    private static void term(Xml xml, Description.Term term) {
        DcElements.qualified(term.element())
                .ifPresentOrElse(
                        name -> xml.leaf(name, term.value()),
                        // Nothing that somebody wrote down is dropped for want of an element.
                        () -> xml.leaf("dc:description", term.element() + ": " + term.value()));
    }
}
