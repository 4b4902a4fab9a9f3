package org.colophon.adapter.queue;

import jakarta.jms.ConnectionFactory;

/** What carries the messages between steps: inside this process, or a server that many machines share. */
public interface Broker extends AutoCloseable {

    /** Connections to it; a consumer fetches one message at a time, so that none is stranded behind a slow one. */
    ConnectionFactory connections();

    /** What an operator is told about it. */
    String description();

    @Override
    void close();
}
