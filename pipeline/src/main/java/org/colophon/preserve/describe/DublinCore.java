package org.colophon.preserve.describe;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colophon.item.Description;
import org.colophon.item.Item;
import org.colophon.item.text.Xml;

/** Writes what is known of an item as Dublin Core: the 15 elements as {@code dc:}, other DCMI terms as {@code dcterms:}. */
public final class DublinCore {
    private static final Set<String> ELEMENTS = Set.of(
            "contributor",
            "coverage",
            "creator",
            "date",
            "description",
            "format",
            "identifier",
            "language",
            "publisher",
            "relation",
            "rights",
            "source",
            "subject",
            "title",
            "type");
    /** DCMI Metadata Terms §2 beyond the 15, by their names in lower case. */
    private static final Map<String, String> TERMS = Arrays.stream(("abstract accessRights accrualMethod "
                            + "accrualPeriodicity accrualPolicy alternative audience available bibliographicCitation "
                            + "conformsTo created dateAccepted dateCopyrighted dateSubmitted educationLevel extent "
                            + "hasFormat hasPart hasVersion instructionalMethod isFormatOf isPartOf isReferencedBy "
                            + "isReplacedBy isRequiredBy issued isVersionOf license mediator medium modified provenance "
                            + "references replaces requires rightsHolder spatial tableOfContents temporal valid")
                    .split(" "))
            .collect(Collectors.toMap(term -> term.toLowerCase(Locale.ROOT), Function.identity()));

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
        if (ELEMENTS.contains(term.element())) {
            xml.leaf("dc:" + term.element(), term.value());
        } else if (TERMS.containsKey(term.element())) {
            xml.leaf("dcterms:" + TERMS.get(term.element()), term.value());
        } else {
            // Nothing that somebody wrote down is dropped for want of an element.
            xml.leaf("dc:description", term.element() + ": " + term.value());
        }
    }
}
