package org.colophon.adapter.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.colophon.item.Description;
import org.colophon.port.StepResult;

/** The JSON inside the ledger's columns. */
final class Json {
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    /** Fields that a later release dropped must not make old rows unreadable. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static String of(List<String> strings) {
        return write(strings);
    }

    static String of(Description description) {
        return write(description);
    }

    static String of(StepResult result) {
        return write(result);
    }

    static List<String> strings(String json) {
        try {
            return MAPPER.readValue(json, STRINGS);
        } catch (JsonProcessingException e) {
            throw unreadable(json, e);
        }
    }

    static Description description(String json) {
        return read(json, Description.class);
    }

    static <R extends StepResult> R result(String json, Class<R> type) {
        return read(json, type);
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value, e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(json, e);
        }
    }

    private static IllegalStateException unreadable(String json, JsonProcessingException cause) {
        return new IllegalStateException(
                "The ledger holds JSON that this release of Colophon does not understand: " + json
                        + ". Run the release that wrote it, or report this.",
                cause);
    }
}
