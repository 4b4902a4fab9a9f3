package org.colophon.adapter.workers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.colophon.adapter.child.Folders;
import org.colophon.adapter.child.Shielded;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Reply;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Wire;

/** One child process. Used by one thread at a time; {@link #kill} may come from any. */
final class ForkedWorker {
    /** The words of a hundred thousand word page; several at once must fit into our heap. */
    private static final int LONGEST_REPLY = 16 << 20;
    /** One reply and the end; whoever says more speaks out of turn. */
    private static final int MOST_REPLIES = 2;

    private final WorkerKind kind;
    private final Process process;
    private final Path temp;
    private final BlockingQueue<Optional<String>> replies = new LinkedBlockingQueue<>(MOST_REPLIES);
    private final LastWords lastWords;
    private final AtomicReference<End> killed = new AtomicReference<>();
    private long calls;
    private boolean behind;

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
                if (!replies.offer(Optional.of(line))) {
                    kill(Loss.GARBLED, "went on talking after its reply");
                    return;
                }
            }
        } catch (IOException e) {
            kill(Loss.GARBLED, "flooded or broke its output: " + e.getMessage());
        } finally {
            // A full queue needs no end: what is in it answers whoever waits.
            replies.offer(Optional.empty());
        }
    }

    /**
     * Sends a call and waits for its reply.
     *
     * @param patience how long to wait for it
     * @throws WorkerGoneException when there will be none; the worker must not be used again
     */
    Reply call(Request request, Limits limits, Patience patience) throws WorkerGoneException, InterruptedException {
        Call call = new Call(++calls, limits, request);
        send(Wire.write(call));
        Optional<String> line = patience.next(replies);
        if (line == null) {
            kill(Loss.SILENT, "gave no answer within " + limits.millis() / 1000 + " s");
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
            behind = reply.id() > 0 && reply.id() < call.id();
            kill(Loss.GARBLED, "answered call " + reply.id() + " when asked " + call.id());
        } catch (Wire.NotUnderstoodException e) {
            kill(Loss.GARBLED, "answered with what is no reply: " + e.getMessage());
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
        String why = Optional.ofNullable(killed.get())
                .map(End::why)
                .orElseGet(() ->
                        process.isAlive() ? "closed its output" : "ended by itself with status " + process.exitValue());
        String words = lastWords.text();
        return new WorkerGoneException(
                "the " + kind.name() + " worker " + why + (words.isEmpty() ? "" : "; its last words: " + words));
    }

    /**
     * Whether it can still be used: one that fails because of what its last page left behind would have the next page
     * blamed for it.
     */
    boolean usable() {
        return process.isAlive()
                && killed.get() == null
                && calls < kind.pagesEach()
                && replies.isEmpty()
                && MemoryWatch.resident(pid()) <= kind.memory() / 4 * 3;
    }

    /** Whether it still answered an earlier call when asked the last one: no fault of the page that was asked for. */
    boolean behind() {
        return behind;
    }

    /** Kills the process at once; the first reason given is the one told. */
    void kill(Loss loss, String why) {
        killed.compareAndSet(null, new End(loss, "was killed: it " + why));
        destroy();
    }

    /** With whatever it started itself, which is asked for first: orphans have no parent to be found by. */
    private void destroy() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /** Why it cannot be used any more. */
    Loss loss() {
        End end = killed.get();
        if (end != null) {
            return end.loss();
        }
        return process.isAlive() ? Loss.RECYCLED : Loss.CRASHED;
    }

    private record End(Loss loss, String why) {}

    /** Process id. */
    long pid() {
        return process.pid();
    }

    /** Ends the process and clears its temporary folder. */
    void end() {
        killed.compareAndSet(null, new End(loss(), "was ended"));
        destroy();
        Folders.delete(temp);
    }
}
