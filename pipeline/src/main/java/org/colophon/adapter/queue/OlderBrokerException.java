package org.colophon.adapter.queue;

import org.colophon.item.ColophonException;

/** The broker is of a version that must not be trusted with an open port. */
public final class OlderBrokerException extends ColophonException {
    private static final long serialVersionUID = 1L;

    OlderBrokerException(String url, String version) {
        super("The broker at " + url + " is Artemis " + version + ", but Colophon needs " + BrokerVersion.OLDEST
                + " or newer: older ones have known holes. Upgrade it, or leave broker.url empty to use the embedded"
                + " one.");
    }
}
