package org.colophon.app.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event for programs, as one JSON object: {@code time} (ISO 8601, UTC), {@code level}, {@code logger}, {@code thread},
 * {@code message}; {@code step}, {@code item}, {@code page}, {@code attempt} where it belongs to one; {@code thrown} where
 * something was.
 */
final class JsonLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLine() {}

    static String of(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", event.getFormattedMessage());
        EventLayout.fields(event).forEach((key, value) -> line.putIfAbsent(key, plain(key, value)));
        if (event.getThrowableProxy() != null) {
            line.put("thrown", Thrown.text(event.getThrowableProxy()));
        }
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of strings and numbers is always JSON", e);
        }
    }

    /** A thread's context knows strings only, but the number of a page is a number. */
    private static Object plain(String key, Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        String text = String.valueOf(value);
        boolean number = (key.equals("page") || key.equals("attempt")) && text.matches("\\d{1,9}");
        return number ? (Object) Integer.valueOf(text) : text;
    }
}
