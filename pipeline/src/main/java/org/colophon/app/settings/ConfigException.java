package org.colophon.app.settings;

import java.util.List;
import org.colophon.item.ColophonException;

/** The configuration cannot be used: every problem in it, together. */
public final class ConfigException extends ColophonException {
    private static final long serialVersionUID = 1L;

    /** @param problems a sentence each: which key, where, what a good value is */
    public ConfigException(List<String> problems) {
        super("the configuration cannot be used:\n  " + String.join("\n  ", problems));
    }
}
