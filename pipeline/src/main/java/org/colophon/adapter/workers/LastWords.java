package org.colophon.adapter.workers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Drains a worker's standard error and keeps its end, for the message when it dies. */
final class LastWords {
    private static final int KEPT = 2_000;

    private final byte[] ring = new byte[KEPT];
    private long written;

    /** Starts draining on a daemon thread. */
    static LastWords of(InputStream stderr, String worker) {
        LastWords words = new LastWords();
        Thread drain = new Thread(() -> words.drain(stderr), worker + "-stderr");
        drain.setDaemon(true);
        drain.start();
        return words;
    }

    private void drain(InputStream stderr) {
        byte[] buffer = new byte[1 << 13];
        try (stderr) {
            for (int n = stderr.read(buffer); n >= 0; n = stderr.read(buffer)) {
                keep(buffer, n);
            }
        } catch (IOException e) {
            // The pipe broke because the process is gone; what it said until then is kept.
            keep(new byte[0], 0);
        }
    }

    private synchronized void keep(byte[] bytes, int n) {
        for (int i = 0; i < n; i++) {
            ring[(int) (written++ % KEPT)] = bytes[i];
        }
    }

    /** The last few lines, on one line. */
    synchronized String text() {
        int length = (int) Math.min(written, KEPT);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = ring[(int) ((written - length + i) % KEPT)];
        }
        return new String(last, StandardCharsets.UTF_8).strip().replaceAll("\\s*\\R\\s*", " | ");
    }
}
