package org.colophon.adapter.clamd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One connection, one command, one reply. Nothing waits without an end: sockets in the file system know no timeouts, so
 * a selector keeps them. Used by one thread.
 */
final class Conversation implements AutoCloseable {
    /** Bytes; longer than any name of a virus. */
    private static final int LONGEST_REPLY = 4 << 10;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;

    private Conversation(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        this.selector = Selector.open();
        this.key = channel.register(selector, 0);
    }

    /** Connects. */
    static Conversation open(ClamdAddress address, Duration patience) throws IOException {
        Conversation conversation = new Conversation(address.channel());
        try {
            conversation.connect(address, patience);
            return conversation;
        } catch (IOException | RuntimeException e) {
            conversation.close();
            throw e;
        }
    }

    private void connect(ClamdAddress address, Duration patience) throws IOException {
        long end = end(patience);
        boolean connected = channel.connect(address.target());
        while (!connected) {
            await(SelectionKey.OP_CONNECT, end, "no connection within " + patience.toSeconds() + " s");
            connected = channel.finishConnect();
        }
    }

    /**
     * Sends these bytes.
     *
     * @param patience how long the other side may take none of them
     * @return false when it does not want them: its reply is there, or it hung up
     */
    boolean send(ByteBuffer bytes, Duration patience) throws IOException {
        while (bytes.hasRemaining()) {
            await(
                    SelectionKey.OP_WRITE | SelectionKey.OP_READ,
                    end(patience),
                    "nothing was taken for " + patience.toSeconds() + " s");
            if (key.isReadable()) {
                return false;
            }
            try {
                channel.write(bytes);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (IOException e) {
                // Whoever hangs up on a file may have said why just before.
                return false;
            }
        }
        return true;
    }

    /** The reply, without the NUL it ends with. */
    String reply(Duration patience) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(LONGEST_REPLY);
        long end = end(patience);
        while (reply.size() < LONGEST_REPLY) {
            await(SelectionKey.OP_READ, end, "no reply within " + patience.toSeconds() + " s");
            if (channel.read(some.clear()) < 0) {
                throw new IOException("it hung up before its reply was whole");
            }
            some.flip();
            while (some.hasRemaining()) {
                byte next = some.get();
                if (next == 0) {
                    return reply.toString(StandardCharsets.UTF_8);
                }
                reply.write(next);
            }
        }
        throw new IOException("its reply does not end");
    }

    private static long end(Duration patience) {
        return System.nanoTime() + patience.toNanos();
    }

    private void await(int operations, long end, String otherwise) throws IOException {
        key.interestOps(operations);
        do {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new SocketTimeoutException(otherwise);
            }
            selector.selectedKeys().clear();
            selector.select(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("Colophon is being stopped");
            }
        } while (selector.selectedKeys().isEmpty());
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}
