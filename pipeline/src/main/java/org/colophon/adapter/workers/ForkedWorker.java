package org.colophon.adapter.workers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.colophon.adapter.child.Shielded;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Reply;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Wire;

/** One child process. Used by one thread at a time; {@link #kill} may come from any. */
final class ForkedWorker {
    private static final int LONGEST_REPLY = 64 << 20;
    /** A worker keeps its own deadline; this much later its parent does. */
    private static final long GRACE_MILLIS = 2_000;

    private final WorkerKind kind;
    private final Process process;
    private final Path temp;
    private final BlockingQueue<Optional<String>> replies = new LinkedBlockingQueue<>();
    private final LastWords lastWords;
    private final AtomicReference<String> killed = new AtomicReference<>();
    private long calls;

    private ForkedWorker(WorkerKind kind, Process process, Path temp) {
        this.kind = kind;
        this.process = process;
        this.temp = temp;
        this.lastWords = LastWords.of(process.getErrorStream(), kind.name());
        Thread reader = new Thread(this::listen, kind.name() + "-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a process with a temporary folder of its own and an environment without secrets. */
    static ForkedWorker start(WorkerKind kind, Path temps) throws IOException {
        Path temp = Files.createTempDirectory(Files.createDirectories(temps), kind.name() + "-");
        ProcessBuilder builder = new ProcessBuilder(Shielded.command(kind.command(temp)));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !name.equals("PATH") && !name.equals("TESSDATA_PREFIX"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("OMP_THREAD_LIMIT", "1");
        builder.directory(temp.toFile());
        return new ForkedWorker(kind, builder.start(), temp);
    }

    private void listen() {
        try {
            LineReader lines = new LineReader(process.getInputStream(), LONGEST_REPLY);
            for (String line = lines.next(); line != null; line = lines.next()) {
                replies.add(Optional.of(line));
            }
        } catch (IOException e) {
            kill("flooded or broke its output: " + e.getMessage());
        } finally {
            replies.add(Optional.empty());
        }
    }

    /**
     * Sends a call and waits for its reply.
     *
     * @throws WorkerGoneException when there will be none; the worker must not be used again
     */
    Reply call(Request request, Limits limits) throws WorkerGoneException, InterruptedException {
        Call call = new Call(++calls, limits, request);
        send(Wire.write(call));
        Optional<String> line = replies.poll(limits.millis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        if (line == null) {
            kill("gave no answer within " + limits.millis() / 1000 + " s");
            throw gone();
        }
        if (line.isEmpty()) {
            throw gone();
        }
        return understood(call, line.get());
    }

    private Reply understood(Call call, String line) throws WorkerGoneException {
        try {
            Reply reply = Wire.read(line, Reply.class);
            if (reply.id() == call.id()) {
                return reply;
            }
            kill("answered call " + reply.id() + " when asked " + call.id());
        } catch (Wire.NotUnderstoodException e) {
            kill("answered with what is no reply: " + e.getMessage());
        }
        throw gone();
    }

    private void send(String line) throws WorkerGoneException {
        try {
            OutputStream stdin = process.getOutputStream();
            stdin.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            stdin.flush();
        } catch (IOException e) {
            throw gone();
        }
    }

    private WorkerGoneException gone() throws WorkerGoneException {
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String why = killed.get();
        if (why == null) {
            why = process.isAlive() ? "closed its output" : "ended by itself with status " + process.exitValue();
        }
        String words = lastWords.text();
        return new WorkerGoneException(
                "the " + kind.name() + " worker " + why + (words.isEmpty() ? "" : "; its last words: " + words));
    }

    /** Whether it can still be used. */
    boolean usable() {
        return process.isAlive() && killed.get() == null && calls < kind.pagesEach();
    }

    /** Kills the process at once; the first reason given is the one told. */
    void kill(String why) {
        killed.compareAndSet(null, "was killed: it " + why);
        process.destroyForcibly();
    }

    /** Process id. */
    long pid() {
        return process.pid();
    }

    /** Ends the process and clears its temporary folder. */
    void end() {
        killed.compareAndSet(null, "was ended");
        process.destroyForcibly();
        Folders.delete(temp);
    }
}
