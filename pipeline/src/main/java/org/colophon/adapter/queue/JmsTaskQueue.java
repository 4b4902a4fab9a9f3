package org.colophon.adapter.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.util.List;
import org.colophon.item.Task;
import org.colophon.port.TaskMessage;
import org.colophon.port.TaskQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a text message a task. One connection, made anew after a failure. */
public final class JmsTaskQueue implements TaskQueue, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JmsTaskQueue.class);

    private final ConnectionFactory connections;
    private JMSContext context;

    /** @param connections to the broker */
    public JmsTaskQueue(ConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public synchronized void wake(List<Task> tasks) {
        try {
            for (Task task : tasks) {
                context()
                        .createProducer()
                        .send(context().createQueue(task.step().queue()), TaskMessage.write(task));
            }
        } catch (JMSRuntimeException e) {
            LOG.warn("{} tasks could not be queued and will be rung for again: {}", tasks.size(), e.getMessage());
            close();
        }
    }

    private JMSContext context() {
        if (context == null) {
            context = connections.createContext();
        }
        return context;
    }

    @Override
    public synchronized void close() {
        if (context != null) {
            try {
                context.close();
            } catch (JMSRuntimeException e) {
                LOG.debug("closing a broken connection", e);
            }
            context = null;
        }
    }
}
