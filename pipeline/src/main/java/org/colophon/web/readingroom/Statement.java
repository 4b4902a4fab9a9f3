package org.colophon.web.readingroom;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colophon.item.Description;

/**
 * One element of an item's description with all its values.
 *
 * @param element Dublin Core name, e.g. {@code creator}
 */
record Statement(String element, List<Value> values) {
    private static final List<String> ORDER = List.of(
            "title",
            "alternative",
            "creator",
            "contributor",
            "date",
            "created",
            "issued",
            "publisher",
            "description",
            "abstract",
            "subject",
            "coverage",
            "spatial",
            "temporal",
            "type",
            "format",
            "extent",
            "language",
            "source",
            "relation",
            "ispartof",
            "identifier",
            "provenance");

    Statement {
        values = List.copyOf(values);
    }

    /**
     * A value as it is shown.
     *
     * @param href where it leads, when it is a web address and nothing else; else null
     */
    record Value(String text, String href) {}

    /** All statements in a reader's order, without the title above the page; rights stand apart. */
    static List<Statement> of(Description description, String heading, Locale locale) {
        Map<String, List<Value>> grouped = new LinkedHashMap<>();
        for (Description.Term term : description.terms()) {
            boolean above = term.element().equals("title") && term.value().equals(heading);
            if (!above && !term.element().equals("rights")) {
                grouped.computeIfAbsent(term.element(), element -> new ArrayList<>())
                        .add(value(term, locale));
            }
        }
        List<Statement> statements = new ArrayList<>();
        grouped.forEach((element, values) -> statements.add(new Statement(element, values)));
        statements.sort(Comparator.comparingInt(statement -> rank(statement.element())));
        return statements;
    }

    /** The address itself when the text is one that a browser may follow; else null. */
    static String link(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri.toString() : null;
        } catch (IllegalArgumentException e) {
            // Words, not an address.
            return null;
        }
    }

    private static Value value(Description.Term term, Locale locale) {
        if (term.element().equals("language")) {
            String name = LanguageTag.of(term.value())
                    .map(tag -> Locale.forLanguageTag(tag).getDisplayName(locale))
                    .orElse(term.value());
            return new Value(name, null);
        }
        return new Value(term.value(), link(term.value()));
    }

    private static int rank(String element) {
        int rank = ORDER.indexOf(element);
        return rank < 0 ? ORDER.size() : rank;
    }
}
