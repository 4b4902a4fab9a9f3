package org.colophon.adapter.queue;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.colophon.item.UnavailableException;

/**
 * A broker inside this process, reachable from this process alone (no port is opened). It keeps nothing on disk: the
 * ledger is the truth, and what a dead broker forgot is rung for again.
 */
public final class EmbeddedBroker implements Broker {
    private static final String URL = "vm://0";
    private static final long REDELIVERY_MILLIS = 5_000;
    private static final long LONGEST_REDELIVERY_MILLIS = 600_000;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    /** Starts it. */
    public EmbeddedBroker() {
        try {
            Configuration configuration = new ConfigurationImpl()
                    .setPersistenceEnabled(false)
                    .setSecurityEnabled(false)
                    .setJMXManagementEnabled(false)
                    .setGracefulShutdownEnabled(false)
                    .addAcceptorConfiguration("in-vm", URL);
            AddressSettings settings = new AddressSettings()
                    .setRedeliveryDelay(REDELIVERY_MILLIS)
                    .setRedeliveryMultiplier(2)
                    .setMaxRedeliveryDelay(LONGEST_REDELIVERY_MILLIS)
                    .setMaxDeliveryAttempts(-1)
                    .setDeadLetterAddress(SimpleString.of("colophon.dead"));
            configuration.addAddressSetting("#", settings);
            broker.setConfiguration(configuration);
            broker.start();
        } catch (Exception e) {
            throw new UnavailableException("broker", "the embedded broker did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public String description() {
        return "embedded";
    }

    @Override
    public ConnectionFactory connections() {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(URL);
        factory.setConsumerWindowSize(0);
        factory.setBlockOnNonDurableSend(true);
        return factory;
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new UnavailableException("broker", "the embedded broker did not stop: " + e.getMessage(), e);
        }
    }
}
