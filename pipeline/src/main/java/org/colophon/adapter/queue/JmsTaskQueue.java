package org.colophon.adapter.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.colophon.item.Task;
import org.colophon.port.TaskMessage;
import org.colophon.port.TaskQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a text message a task. One connection, made anew after a failure; every call tries, even one without tasks, so
 * that the sweeper's regular ring finds out when the broker is back.
 */
public final class JmsTaskQueue implements TaskQueue, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JmsTaskQueue.class);

    private final ConnectionFactory connections;
    private final Consumer<String> listener;
    private final AtomicBoolean away = new AtomicBoolean();
    private JMSContext context;

    /**
     * @param connections to the broker
     * @param listener told in a sentence when the broker does not answer, and when it does again
     */
    public JmsTaskQueue(ConnectionFactory connections, Consumer<String> listener) {
        this.connections = connections;
        this.listener = listener;
    }

    @Override
    public synchronized void wake(List<Task> tasks) {
        try {
            if (away.get()) {
                close();
            }
            for (Task task : tasks) {
                context()
                        .createProducer()
                        .send(context().createQueue(task.step().queue()), TaskMessage.write(task));
            }
            context();
            if (away.getAndSet(false)) {
                listener.accept("The broker answers again; going on.");
            }
        } catch (JMSRuntimeException e) {
            LOG.warn("{} tasks could not be queued and will be rung for again: {}", tasks.size(), e.getMessage());
            close();
            lost(e);
        }
    }

    private JMSContext context() {
        if (context == null) {
            context = connections.createContext();
            // Called by a thread of the client's, which must not wait for us.
            context.setExceptionListener(this::lost);
        }
        return context;
    }

    private void lost(Exception failure) {
        if (!away.getAndSet(true)) {
            listener.accept("Waiting: the broker does not answer (" + failure.getMessage()
                    + "). Nothing is lost; work goes on by itself when it does.");
        }
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
