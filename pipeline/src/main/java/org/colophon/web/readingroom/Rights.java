package org.colophon.web.readingroom;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colophon.item.Item;

/**
 * What a reader may do with an item.
 *
 * @param key message key of a known statement's name, e.g. {@code rights.InC}; null when it is not a known one
 * @param name what to show of a statement that is not known: its address; null when there is no statement
 * @param href the statement's address, when it is one that a browser may follow; else null
 * @param words what the metadata says in words
 */
record Rights(String key, String name, String href, List<String> words) {
    private static final Pattern STATEMENT =
            Pattern.compile("https?://rightsstatements\\.org/(?:vocab|page)/([A-Za-z-]+)/1\\.0/?");
    private static final Pattern LICENCE = Pattern.compile(
            "https?://creativecommons\\.org/(?:licenses|publicdomain)/([a-z-]+)/[0-9.]+/?(?:deed\\.[a-z]+)?");

    Rights {
        words = List.copyOf(words);
    }

    /** The item's rights; empty when nothing is said. */
    static Optional<Rights> of(Item item) {
        List<String> said = item.description().values("rights");
        String uri = item.rights() != null
                ? item.rights()
                : said.stream()
                        .filter(text -> Statement.link(text) != null)
                        .findFirst()
                        .orElse(null);
        List<String> words =
                said.stream().filter(text -> Statement.link(text) == null).toList();
        if (uri == null && words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rights(key(uri), uri, uri == null ? null : Statement.link(uri), words));
    }

    private static String key(String uri) {
        if (uri == null) {
            return null;
        }
        Matcher statement = STATEMENT.matcher(uri);
        if (statement.matches()) {
            return "rights." + statement.group(1);
        }
        Matcher licence = LICENCE.matcher(uri);
        return licence.matches() ? "rights.cc." + licence.group(1) : null;
    }
}
