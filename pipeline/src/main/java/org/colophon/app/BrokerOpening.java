package org.colophon.app;

import java.time.Duration;
import org.colophon.adapter.queue.Broker;
import org.colophon.adapter.queue.EmbeddedBroker;
import org.colophon.adapter.queue.ExternalBroker;
import org.colophon.adapter.queue.OlderBrokerException;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.item.UnavailableException;

/** Opens the broker that the configuration names, or the embedded one. */
final class BrokerOpening {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private BrokerOpening() {}

    /**
     * Opens it once.
     *
     * @throws UnavailableException when it does not answer
     * @throws StartRefusedException when it is too old
     */
    static Broker open(Settings settings) {
        String url = settings.get(Keys.BROKER_URL);
        if (url.isEmpty()) {
            return new EmbeddedBroker();
        }
        try {
            return ExternalBroker.open(url, settings.get(Keys.BROKER_USER), settings.get(Keys.BROKER_PASSWORD));
        } catch (OlderBrokerException e) {
            throw new StartRefusedException(e.getMessage(), e);
        }
    }

    /** Opens it, waiting as long as it does not answer. */
    static Broker await(Settings settings, Announcer announcer) {
        while (true) {
            try {
                Broker broker = open(settings);
                warn(broker, announcer);
                return broker;
            } catch (UnavailableException e) {
                announcer.say(e.getMessage() + " Trying again in " + PAUSE.toSeconds() + " s.");
                pause();
            }
        }
    }

    private static void warn(Broker broker, Announcer announcer) {
        if (broker instanceof ExternalBroker external && external.version().isEmpty()) {
            announcer.say("Warning: the broker does not tell broker.user its version (that needs the permission"
                    + " \"manage\" on activemq.management); see that it is " + ExternalBroker.oldest() + " or newer.");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("interrupted while waiting for the broker", e);
        }
    }
}
