package org.colophon.adapter.s3store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded S3 server: a process that lives while this object does. When it dies it is started again, on the same
 * port, so that {@link #endpoint} stays true; requests in between fail as with any store that is away for a moment.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A process that lived this long was well; the pause before its successor begins short again. */
    private static final Duration WELL = Duration.ofMinutes(1);

    private final Path libDir;
    private final Path root;
    private final Path keysFile;
    private final Path logFile;
    private final StoreKeys keys;
    private final int port;
    private final Thread watch;

    private StoreProcess current;
    private boolean closed;

    /**
     * Starts the server and waits until it is ready, 20 s at most.
     *
     * @param libDir folder with the jars of {@code workers/store}
     * @param root the store folder; buckets are its direct children
     * @param keysFile where the key pair is kept; made with mode 600 at the first start
     * @param logFile the server's standard error is appended here
     * @param preferredPort TCP port on 127.0.0.1, 0 for any
     * @throws StoreNotStartedException when it cannot be started
     */
    public EmbeddedStore(Path libDir, Path root, Path keysFile, Path logFile, int preferredPort) {
        this.libDir = libDir;
        this.root = root;
        this.keysFile = keysFile;
        this.logFile = logFile;
        try {
            this.keys = StoreKeys.in(keysFile);
            this.current = StoreProcess.start(libDir, root, keysFile, logFile, preferredPort);
        } catch (IOException e) {
            throw new StoreNotStartedException("The embedded store does not start. " + e.getMessage(), e);
        }
        this.port = current.port();
        this.watch = new Thread(this::watch, "embedded-store");
        watch.setDaemon(true);
        watch.start();
    }

    /** Where it listens, {@code http://127.0.0.1:PORT}; the same as long as this object lives. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The access key. */
    public String accessKey() {
        return keys.access();
    }

    /** The secret key; never to be logged or put on a command line. */
    public String secretKey() {
        return keys.secret();
    }

    /** Whether the process lives at this moment. */
    public synchronized boolean isRunning() {
        return current.isAlive();
    }

    /** Process id of the server that runs, or ran last. */
    public synchronized long pid() {
        return current.pid();
    }

    private void watch() {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                StoreProcess watched = process();
                long since = System.nanoTime();
                int code = watched.waitFor();
                if (isClosed()) {
                    return;
                }
                if (System.nanoTime() - since > WELL.toNanos()) {
                    pause = FIRST_PAUSE;
                }
                LOG.warn("the embedded store (pid {}) ended with code {}; starting it again", watched.pid(), code);
                pause = restart(pause);
            }
        } catch (InterruptedException e) {
            // close() wants no successor.
            Thread.currentThread().interrupt();
        }
    }

    /** Tries until a process is ready; returns the pause to take the next time. */
    private Duration restart(Duration first) throws InterruptedException {
        Duration pause = first;
        while (true) {
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            try {
                replace(StoreProcess.start(libDir, root, keysFile, logFile, port));
                return pause;
            } catch (IOException e) {
                LOG.warn("{}; trying again in {} ms", e.getMessage(), pause.toMillis());
            }
        }
    }

    private synchronized StoreProcess process() {
        return current;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void replace(StoreProcess successor) {
        current = successor;
        if (closed) {
            successor.end();
        }
    }

    /** Ends the process: at once when it is idle, after 5 s in any case. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            current.end();
        }
        watch.interrupt();
    }

    @Override
    public String toString() {
        return "EmbeddedStore[" + endpoint() + ", keys [REDACTED]]";
    }
}
