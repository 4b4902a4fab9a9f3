package org.colophon.adapter.clamd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Where a clamd listens. A host is looked up at each connection: it may move. */
sealed interface ClamdAddress {

    /**
     * Reads {@code host:port}, an IPv6 address in brackets, or the absolute path of a socket.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    static ClamdAddress parse(String text) {
        if (text.startsWith("/")) {
            return new Local(Path.of(text));
        }
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("neither host:port nor the path of a socket: " + text);
        }
        return new Remote(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** A channel of the right sort, not connected. */
    SocketChannel channel() throws IOException;

    /** What to connect it to. */
    SocketAddress target() throws IOException;

    /** A socket in the file system. */
    record Local(Path path) implements ClamdAddress {
        @Override
        public SocketChannel channel() throws IOException {
            return SocketChannel.open(StandardProtocolFamily.UNIX);
        }

        @Override
        public SocketAddress target() {
            return UnixDomainSocketAddress.of(path);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A port of this or another machine. */
    record Remote(String host, int port) implements ClamdAddress {
        @Override
        public SocketChannel channel() throws IOException {
            return SocketChannel.open();
        }

        @Override
        public SocketAddress target() throws IOException {
            InetSocketAddress target = new InetSocketAddress(host, port);
            if (target.isUnresolved()) {
                throw new UnknownHostException("nobody knows the host " + host);
            }
            return target;
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
