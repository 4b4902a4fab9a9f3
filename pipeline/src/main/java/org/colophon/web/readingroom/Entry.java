package org.colophon.web.readingroom;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.colophon.item.Item;

/**
 * An item in the list.
 *
 * @param creator the first named; null when none is
 * @param date of the original, as the metadata says it; null when it does not
 * @param published the day it became readable (UTC)
 */
record Entry(String id, String title, String creator, String date, int pages, LocalDate published) {

    static Entry of(Item item) {
        return new Entry(
                item.id().name(),
                item.title(),
                first(item, "creator"),
                first(item, "date"),
                item.pageCount(),
                LocalDate.ofInstant(item.publishedAt(), ZoneOffset.UTC));
    }

    private static String first(Item item, String element) {
        return item.description().values(element).stream().findFirst().orElse(null);
    }
}
