package org.colophon.item;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Descriptive metadata of an item, in Dublin Core.
 *
 * @param terms in the order they were given; an element may repeat
 */
public record Description(List<Term> terms) {
    public Description {
        terms = List.copyOf(terms);
    }

    /**
     * One statement.
     *
     * @param element local name, lower case: one of the 15 Dublin Core elements, or a DCMI term
     * @param value as given, not empty
     */
    public record Term(String element, String value) {
        public Term {
            element = element.toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing said. */
    public static final Description NONE = new Description(List.of());

    /** All values of an element. */
    public List<String> values(String element) {
        return terms.stream()
                .filter(term -> term.element().equals(element))
                .map(Term::value)
                .toList();
    }

    /** The first title. */
    public Optional<String> title() {
        return values("title").stream().findFirst();
    }

    /** Languages of the text as given: ISO 639 or BCP 47. */
    public List<String> languages() {
        return values("language");
    }
}
