package org.colophon.publish;

import java.util.Locale;

/**
 * How items become readable.
 *
 * @param mode {@code publish.mode}
 */
public record PublishConfig(Mode mode) {

    /** What happens to an item once it is deposited. */
    public enum Mode {
        /** Readable at once, by those who may. */
        AUTO,
        /** Held until a person releases it. */
        HOLD;

        /** The mode with this spelling; {@link IllegalArgumentException} when there is none. */
        public static Mode of(String spelling) {
            return valueOf(spelling.toUpperCase(Locale.ROOT));
        }
    }
}
