package org.colophon.adapter.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import org.colophon.item.UnavailableException;

/** What carries the messages between steps: inside this process, or a server that many machines share. */
public interface Broker extends AutoCloseable {

    /** Connections to it; a consumer fetches one message at a time, so that none is stranded behind a slow one. */
    ConnectionFactory connections();

    /**
     * Sees that it answers, by a connection of its own.
     *
     * @throws UnavailableException when it does not
     */
    default void answer() {
        // Logging in is a question and an answer; more may be forbidden to us.
        try (JMSContext context = connections().createContext()) {
            context.start();
        } catch (JMSRuntimeException e) {
            throw new UnavailableException("broker", "the broker does not answer: " + e.getMessage(), e);
        }
    }

    /** What an operator is told about it. */
    String description();

    @Override
    void close();
}
