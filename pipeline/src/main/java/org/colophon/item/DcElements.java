package org.colophon.item;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of Dublin Core: as columns, as XML elements of either namespace, and, in lower case, in a {@link Description}. */
public final class DcElements {
    /** ISO 15836-1, the fifteen elements. */
    private static final Map<String, String> ELEMENTS = byLowerCase("contributor coverage creator date description "
            + "format identifier language publisher relation rights source subject title type");

    /** ISO 15836-2 (DCMI Metadata Terms §2), what there is beyond them. */
    private static final Map<String, String> TERMS =
            byLowerCase("abstract accessRights accrualMethod accrualPeriodicity accrualPolicy alternative audience "
                    + "available bibliographicCitation conformsTo created dateAccepted dateCopyrighted dateSubmitted "
                    + "educationLevel extent hasFormat hasPart hasVersion instructionalMethod isFormatOf isPartOf "
                    + "isReferencedBy isReplacedBy isRequiredBy issued isVersionOf license mediator medium modified "
                    + "provenance references replaces requires rightsHolder spatial tableOfContents temporal valid");

    private DcElements() {}

    private static Map<String, String> byLowerCase(String names) {
        return Arrays.stream(names.split(" "))
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));
    }

    /**
     * The element, in lower case, that a column such as {@code dc.title} or {@code dcterms.issued} holds; empty when it is
     * another column. DCMI terms have the fifteen elements too.
     */
    public static Optional<String> ofColumn(String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        if (lower.startsWith("dc.")) {
            return Optional.of(lower.substring(3)).filter(ELEMENTS::containsKey);
        }
        return lower.startsWith("dcterms.")
                ? Optional.of(lower.substring(8)).filter(DcElements::known)
                : Optional.empty();
    }

    /** Whether this is a local name of Dublin Core, in any case. */
    public static boolean known(String localName) {
        return qualified(localName).isPresent();
    }

    /** The name with the prefix of its namespace and its own capitals, such as {@code dcterms:rightsHolder}. */
    public static Optional<String> qualified(String localName) {
        String lower = localName.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ELEMENTS.get(lower))
                .map("dc:"::concat)
                .or(() -> Optional.ofNullable(TERMS.get(lower)).map("dcterms:"::concat));
    }
}
