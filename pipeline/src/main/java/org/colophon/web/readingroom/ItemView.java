package org.colophon.web.readingroom;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.colophon.item.Description;
import org.colophon.item.Item;

/**
 * An item as its page shows it.
 *
 * @param rights null when nothing is said
 * @param citation to be copied: who, what, when, where, and the ARK
 * @param permalink the ARK as an address that resolves; null when the site's address is not known
 * @param barrier why it cannot be read; {@code NONE} when it can
 * @param embargo the day it opens, ISO 8601; null when there is none
 */
record ItemView(
        String id,
        String ark,
        String title,
        int pages,
        List<Statement> statements,
        Rights rights,
        String citation,
        String permalink,
        Shelf.Barrier barrier,
        LocalDate embargo) {
    ItemView {
        statements = List.copyOf(statements);
    }

    /** @param origin scheme, host and port of the site; null when not known */
    static ItemView of(Item item, Shelf.Barrier barrier, String siteTitle, String origin, Locale locale) {
        String permalink = origin == null ? null : origin + "/" + item.ark();
        return new ItemView(
                item.id().name(),
                item.ark(),
                item.title(),
                item.pageCount(),
                Statement.of(item.description(), item.title(), locale),
                Rights.of(item).orElse(null),
                citation(item, siteTitle, permalink == null ? item.ark() : permalink),
                permalink,
                barrier,
                barrier == Shelf.Barrier.EMBARGO ? item.access().embargoUntil() : null);
    }

    /** Whether everyone may read it today. */
    public boolean isReadable() {
        return barrier == Shelf.Barrier.NONE;
    }

    private static String citation(Item item, String siteTitle, String where) {
        Description description = item.description();
        List<String> parts = new ArrayList<>();
        String creators = String.join("; ", description.values("creator"));
        if (!creators.isEmpty()) {
            parts.add(creators);
        }
        String dates = String.join(", ", description.values("date"));
        parts.add(item.title() + (dates.isEmpty() ? "" : " (" + dates + ")"));
        parts.add(siteTitle);
        return parts.stream().map(ItemView::stopped).collect(Collectors.joining(" ")) + " " + where;
    }

    private static String stopped(String part) {
        return part.endsWith(".") || part.endsWith("?") || part.endsWith("!") ? part : part + ".";
    }
}
