package org.colophon.app.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.event.KeyValuePair;

/** One line an event, as text or as JSON. */
public final class EventLayout extends LayoutBase<ILoggingEvent> {
    private String format = "text";

    /** Set by {@code logback.xml}: {@code text} or {@code json}, from the key {@code log.format}. */
    public void setFormat(String format) {
        this.format = format;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        return format.equals("json") ? JsonLine.of(event) : TextLine.of(event);
    }

    @Override
    public String getContentType() {
        return format.equals("json") ? "application/x-ndjson" : "text/plain";
    }

    /** What the event is about: the thread's own context, then what was said with the event. */
    static Map<String, Object> fields(ILoggingEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>(new TreeMap<>(event.getMDCPropertyMap()));
        List<KeyValuePair> said = event.getKeyValuePairs();
        if (said != null) {
            said.stream().filter(pair -> Objects.nonNull(pair.key)).forEach(pair -> fields.put(pair.key, pair.value));
        }
        return fields;
    }
}
