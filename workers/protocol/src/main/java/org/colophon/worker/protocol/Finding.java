package org.colophon.worker.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something a person should know about a page.
 *
 * @param rule stable name of the rule, kebab-case, e.g. {@code truncated}
 * @param level what it means for the page
 * @param text what was found and what to do, in plain words, without the page's name
 */
public record Finding(String rule, Level level, String text) {

    /** What a finding means for the page. */
    public enum Level {
        /** The page is refused, and its object with it. */
        @JsonProperty("reject")
        REJECT,
        /** The page is kept; someone should look at it. */
        @JsonProperty("warn")
        WARN,
        /** Worth knowing. */
        @JsonProperty("note")
        NOTE
    }
}
