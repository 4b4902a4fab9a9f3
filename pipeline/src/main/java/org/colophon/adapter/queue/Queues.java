package org.colophon.adapter.queue;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;

/** The JMS component as every route uses it: a message is acknowledged after the work, never before. */
public final class Queues {
    private Queues() {}

    /** A component whose consumers roll back when the work threw, and leave redelivery to the broker. */
    public static JmsComponent component(ConnectionFactory connections) {
        JmsComponent jms = JmsComponent.jmsComponent(connections);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        jms.setReceiveTimeout(1_000);
        jms.setAutoStartup(true);
        // A stop must not wait for a page that is being read: its lease runs out by itself.
        jms.setAcceptMessagesWhileStopping(false);
        return jms;
    }
}
