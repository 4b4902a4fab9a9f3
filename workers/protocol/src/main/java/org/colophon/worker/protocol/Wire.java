package org.colophon.worker.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Records to one line of JSON and back. */
public final class Wire {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Wire() {}

    /** One line, without its end. */
    public static String write(Object message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + message.getClass(), e);
        }
    }

    /**
     * Reads one line.
     *
     * @throws NotUnderstoodException when the line is not such a message, whole
     */
    public static <T> T read(String line, Class<T> type) {
        try {
            T message = JSON.readValue(line, type);
            if (message == null) {
                throw new NotUnderstoodException("null instead of a " + type.getSimpleName(), null);
            }
            return message;
        } catch (JsonProcessingException e) {
            throw new NotUnderstoodException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** A line that is not what it should be. */
    public static final class NotUnderstoodException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstoodException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
