package org.colophon.adapter.clamd;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands in for clamd, to behave as a real one cannot be made to: it takes one connection and does with it what the test
 * says. That the real one speaks like this is tested in {@link RealClamdTest}.
 */
final class StandInClamd implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicReference<Throwable> broken = new AtomicReference<>();

    /** What it does with the connection. */
    interface Behavior {
        void with(DataInputStream in, OutputStream out) throws Exception;
    }

    StandInClamd(Behavior behavior) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(behavior), "stand-in clamd");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Behavior behavior) {
        try (Socket socket = server.accept()) {
            behavior.with(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
        } catch (Exception | AssertionError e) {
            broken.set(e);
        }
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** What the behavior threw, or null. */
    Throwable broken() {
        return broken.get();
    }

    /** Reads a command, which ends with NUL. */
    static String command(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int next = in.read(); next > 0; next = in.read()) {
            command.append((char) next);
        }
        return command.toString();
    }

    /** Reads chunks up to the empty one. */
    static byte[] stream(DataInputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            bytes.write(in.readNBytes(length));
        }
        return bytes.toByteArray();
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
