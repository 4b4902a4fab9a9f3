package org.colophon.worker.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that was done to a page, for its provenance.
 *
 * @param type term of the Library of Congress preservation events vocabulary, e.g. {@code format identification}
 * @param outcome how it ended
 * @param detail one line, e.g. the PUID or the validator's messages
 * @param agent the tool
 * @param agentVersion its version
 */
public record Check(String type, Outcome outcome, String detail, String agent, String agentVersion) {

    /** Outcome terms of the same vocabulary. */
    public enum Outcome {
        @JsonProperty("success")
        SUCCESS,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("failure")
        FAILURE
    }
}
