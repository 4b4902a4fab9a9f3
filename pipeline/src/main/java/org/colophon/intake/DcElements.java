package org.colophon.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of Dublin Core, as columns and as XML elements. */
final class DcElements {
    /** ISO 15836-1, the fifteen elements. */
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

    /** ISO 15836-2, what DCMI terms has beyond them; lower case. */
    private static final Set<String> TERMS = Set.of(
            "abstract",
            "accessrights",
            "accrualmethod",
            "accrualperiodicity",
            "accrualpolicy",
            "alternative",
            "audience",
            "available",
            "bibliographiccitation",
            "conformsto",
            "created",
            "dateaccepted",
            "datecopyrighted",
            "datesubmitted",
            "educationlevel",
            "extent",
            "hasformat",
            "haspart",
            "hasversion",
            "instructionalmethod",
            "isformatof",
            "ispartof",
            "isreferencedby",
            "isreplacedby",
            "isrequiredby",
            "issued",
            "isversionof",
            "license",
            "mediator",
            "medium",
            "modified",
            "provenance",
            "references",
            "replaces",
            "requires",
            "rightsholder",
            "spatial",
            "tableofcontents",
            "temporal",
            "valid");

    private DcElements() {}

    /** The element a column such as {@code dc.title} or {@code dcterms.issued} holds; empty when it is another column. */
    static Optional<String> ofColumn(String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        if (lower.startsWith("dc.")) {
            return Optional.of(lower.substring(3)).filter(ELEMENTS::contains);
        }
        return lower.startsWith("dcterms.")
                ? Optional.of(lower.substring(8)).filter(DcElements::known)
                : Optional.empty();
    }

    /** Whether this is a local name of Dublin Core, in any case. */
    static boolean known(String localName) {
        String lower = localName.toLowerCase(Locale.ROOT);
        return ELEMENTS.contains(lower) || TERMS.contains(lower);
    }
}
