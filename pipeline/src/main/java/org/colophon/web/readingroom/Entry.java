package org.colophon.web.readingroom;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.colophon.item.Item;

/**
 * An item in the list.
 *
 * @param creator the first named; null when none is
 * @param date of the original, as the metadata says it; null when it does not
 * @param published the day it became readable, in the reader's spelling
 */
record Entry(String id, String title, String creator, String date, int pages, String published) {

    static Entry of(Item item, Locale locale) {
        return new Entry(
                item.id().name(),
                item.title(),
                first(item, "creator"),
                first(item, "date"),
                item.pageCount(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(item.publishedAt().atZone(ZoneOffset.UTC)));
    }

    private static String first(Item item, String element) {
        return item.description().values(element).stream().findFirst().orElse(null);
    }
}
