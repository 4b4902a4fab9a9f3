package org.colophon.adapter.s3store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colophon.adapter.child.Shielded;

/** One life of the store's process, from its ready line to its end. */
final class StoreProcess {
    private static final String MAIN = "org.colophon.worker.store.StoreServer";
    private static final Pattern READY = Pattern.compile("\\{\"ready\":true,\"port\":(\\d+)}");
    private static final int READY_SECONDS = 20;
    private static final int END_SECONDS = 5;

    private final Process process;
    private final int port;

    private StoreProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the process and waits until it listens.
     *
     * @param port the port to listen on, 0 for any
     * @throws IOException when it ends or stays silent; the message holds its own last line
     */
    static StoreProcess start(Path libDir, Path root, Path keys, Path log, int port) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        long logged = Files.exists(log) ? Files.size(log) : 0;
        ProcessBuilder builder = new ProcessBuilder(Shielded.command(command(libDir, root, keys, port)));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !name.equals("PATH"));
        // Keys become file names; without a UTF-8 locale the JVM turns every umlaut into a question mark.
        environment.put("LC_ALL", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        try {
            return new StoreProcess(process, readyPort(process));
        } catch (IOException e) {
            process.destroyForcibly();
            throw new IOException(e.getMessage() + lastLine(log, logged), e);
        }
    }

    private static List<String> command(Path libDir, Path root, Path keys, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-Xms16m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                libDir.toAbsolutePath().resolve("*").toString(),
                MAIN,
                "--root",
                root.toAbsolutePath().toString(),
                "--port",
                String.valueOf(port),
                "--keys",
                keys.toAbsolutePath().toString());
    }

    private static int readyPort(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return String.valueOf(out.readLine());
            } catch (IOException e) {
                return e.toString();
            }
        });
        try {
            String said = line.get(READY_SECONDS, TimeUnit.SECONDS);
            Matcher ready = READY.matcher(said);
            if (ready.matches()) {
                return Integer.parseInt(ready.group(1));
            }
            throw new IOException("the embedded store ended before it was ready");
        } catch (TimeoutException e) {
            throw new IOException("the embedded store was not ready within " + READY_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the embedded store was starting", e);
        } catch (ExecutionException e) {
            throw new IOException("the embedded store's output cannot be read", e);
        }
    }

    /** What the process said last since the log had {@code from} bytes, for the message; empty when nothing. */
    private static String lastLine(Path log, long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        String said = new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8).strip();
        return said.isEmpty() ? "; see " + log : ": " + said.substring(said.lastIndexOf('\n') + 1);
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Blocks until the process has ended, and tells its exit code. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to end by closing its standard input, then insists. */
    void end() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            // The pipe is broken because the process is gone already, or about to be.
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
