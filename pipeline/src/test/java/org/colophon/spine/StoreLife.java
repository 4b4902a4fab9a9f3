package org.colophon.spine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colophon.adapter.s3store.EmbeddedStore;

/** What can be done to the store's process. */
final class StoreLife {
    private StoreLife() {}

    /** Kills it; a watch in the house starts it again soon. */
    static void kill(EmbeddedStore store) {
        ProcessHandle process = ProcessHandle.of(store.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Kills it, and waits for its successor. */
    static void restart(EmbeddedStore store) {
        kill(store);
        awaitAnswer(store);
    }

    static void signal(EmbeddedStore store, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(store.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it listens. */
    static void awaitAnswer(EmbeddedStore store) {
        for (int tries = 0; tries < 600; tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(
                                store.endpoint().getHost(), store.endpoint().getPort()),
                        1_000);
                return;
            } catch (IOException e) {
                pause();
            }
        }
        throw new AssertionError("the store did not come back");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
