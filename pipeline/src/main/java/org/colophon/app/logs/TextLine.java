package org.colophon.app.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An event for people: {@code 2026-11-24T08:15:30.123Z INFO [examine] colophon.steps - examine item=c1 page=3: done in 12
 * ms}.
 */
final class TextLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** What of the work under way stands before the message, in this order; the step by its bare word. */
    private static final List<String> WORK = List.of("item", "page", "attempt");

    private TextLine() {}

    static String of(ILoggingEvent event) {
        StringBuilder line = new StringBuilder()
                .append(TIME.format(event.getInstant()))
                .append(String.format(Locale.ROOT, " %-5s ", event.getLevel()));
        line.append('[').append(OneLine.of(event.getThreadName())).append("] ");
        line.append(event.getLoggerName()).append(" - ");
        Map<String, Object> fields = EventLayout.fields(event);
        if (fields.containsKey("step")) {
            line.append(OneLine.of(String.valueOf(fields.get("step"))));
            WORK.stream().filter(fields::containsKey).forEach(key -> line.append(' ')
                    .append(key)
                    .append('=')
                    .append(OneLine.of(String.valueOf(fields.get(key)))));
            line.append(": ");
        }
        line.append(OneLine.of(event.getFormattedMessage()));
        if (event.getThrowableProxy() != null) {
            line.append(" | ").append(OneLine.of(Thrown.text(event.getThrowableProxy())));
        }
        return line.append('\n').toString();
    }
}
