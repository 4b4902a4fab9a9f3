package org.colophon.worker.image.facts;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Dates of image metadata as ISO 8601 local date and time; null when they are none. */
final class Dates {
    private static final DateTimeFormatter EXIF = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

    private Dates() {}

    /** {@code 2026:11:23 10:20:30} (TIFF 6.0 §8, tag 306). */
    static String fromExif(String text) {
        if (text == null) {
            return null;
        }
        try {
            return iso(LocalDateTime.parse(text.strip(), EXIF));
        } catch (DateTimeParseException e) {
            return fromIso(text);
        }
    }

    /** XMP's ISO 8601, with or without an offset, which is left out. */
    static String fromIso(String text) {
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        try {
            return iso(OffsetDateTime.parse(stripped).toLocalDateTime());
        } catch (DateTimeParseException e) {
            return local(stripped);
        }
    }

    private static String local(String text) {
        try {
            return iso(LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String iso(LocalDateTime date) {
        return date.withNano(0).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
