package org.colophon.app.settings;

import java.util.function.Function;

/**
 * One configuration key.
 *
 * @param name dotted, e.g. {@code web.port}
 * @param fallback its default as text; empty when there is none
 * @param kind how its text is read
 * @param secret whether its value must never be printed
 */
public record Key<T>(String name, String fallback, Kind<T> kind, boolean secret) {

    /**
     * How the text of a value is read.
     *
     * @param expected what a good value is, for messages
     * @param parse throws any {@link RuntimeException} on a bad value
     */
    public record Kind<T>(String expected, Function<String, T> parse) {}

    static <T> Key<T> of(String name, String fallback, Kind<T> kind) {
        return new Key<>(name, fallback, kind, false);
    }
}
