package org.colophon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.port.History.PageStatus;
import org.colophon.port.StepResult;
import org.colophon.worker.protocol.Finding;

/** Items as the JSON that programs rely on (house rules, "JSON"). */
final class ItemJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ItemJson() {}

    /** Any of the maps below as text. */
    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of text and numbers are always JSON", e);
        }
    }

    static Map<String, Object> of(Item item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", item.id().name());
        json.put("ark", item.ark());
        json.put("title", item.title());
        json.put("collection", item.collection());
        json.put("source", item.source().path().display());
        json.put("state", item.state().spelling());
        json.put("pageCount", item.pageCount());
        json.put("version", item.version());
        json.put("reason", item.reason());
        json.put("createdAt", time(item.createdAt()));
        json.put("depositedAt", time(item.depositedAt()));
        json.put("publishedAt", time(item.publishedAt()));
        return json;
    }

    static Map<String, Object> of(Item item, List<PageStatus> pages, List<Event> events) {
        Map<String, Object> json = of(item);
        json.put("pages", pages.stream().map(ItemJson::page).toList());
        json.put("events", events.stream().map(ItemJson::event).toList());
        return json;
    }

    private static Map<String, Object> page(PageStatus status) {
        StepResult.Recognized read = status.recognized();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", status.page().n());
        json.put("file", status.page().file());
        json.put("index", status.page().index());
        json.put("name", status.page().name());
        json.put("sha512", status.file().fixity().sha512());
        json.put("verdict", status.verdict().spelling());
        json.put("findings", findings(status));
        json.put("languages", read == null ? List.of() : read.models());
        json.put("characters", read == null ? null : read.characters());
        json.put("confidence", read == null ? null : read.confidence());
        return json;
    }

    private static List<Map<String, Object>> findings(PageStatus status) {
        List<Finding> findings = new ArrayList<>(status.findings());
        if (status.recognized() != null && status.recognized().problem() != null) {
            findings.add(new Finding(
                    "no-text", Finding.Level.WARN, status.recognized().problem()));
        }
        return findings.stream().map(ItemJson::finding).toList();
    }

    static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("level", finding.level().name().toLowerCase(Locale.ROOT));
        json.put("text", finding.text());
        return json;
    }

    private static Map<String, Object> event(Event event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", time(event.at()));
        json.put("type", event.type().term());
        json.put("page", event.page() == 0 ? null : event.page());
        json.put("outcome", event.outcome().term());
        json.put("detail", event.detail());
        json.put("agent", event.agent().toString());
        return json;
    }

    private static String time(Instant at) {
        return at == null ? null : at.toString();
    }
}
