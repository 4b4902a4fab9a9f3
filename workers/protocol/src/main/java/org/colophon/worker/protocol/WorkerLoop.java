package org.colophon.worker.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The life of a forked worker: reads calls from standard input, performs them one at a time, writes replies to standard
 * output. Standard output belongs to the protocol alone: whatever libraries print goes to standard error.
 *
 * <p>A thread of its own watches standard input, so that the process is gone as soon as its parent is, even in the
 * middle of native code.
 */
public final class WorkerLoop {
    private static final int PARENT_GONE = 0;
    private static final int MEMORY_EXHAUSTED = 3;

    private final Task task;
    private final PrintStream replies;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private WorkerLoop(Task task, PrintStream replies) {
        this.task = task;
        this.replies = replies;
    }

    /** Runs until the parent closes standard input; never returns. */
    public static void run(Task task) {
        PrintStream replies = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        WorkerLoop loop = new WorkerLoop(task, replies);
        Thread reader = new Thread(loop::listen, "calls");
        reader.setDaemon(true);
        reader.start();
        loop.serve();
    }

    private void listen() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input broke", e);
        } finally {
            Runtime.getRuntime().halt(PARENT_GONE);
        }
    }

    private void serve() {
        while (true) {
            String line;
            try {
                line = lines.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            Reply reply = answer(line);
            replies.println(Wire.write(reply));
            replies.flush();
            if (reply instanceof Reply.Failed failed && failed.kind() == Reply.FailureKind.OUT_OF_MEMORY) {
                // A heap that was exhausted once may have left any library half-built.
                Runtime.getRuntime().halt(MEMORY_EXHAUSTED);
            }
        }
    }

    private Reply answer(String line) {
        Call call;
        try {
            call = Wire.read(line, Call.class);
        } catch (Wire.NotUnderstoodException e) {
            return new Reply.Failed(0, Reply.FailureKind.NOT_UNDERSTOOD, e.getMessage());
        }
        try {
            return new Reply.Done(call.id(), task.perform(call));
        } catch (Task.RefusedException e) {
            return new Reply.Refused(call.id(), e.getMessage());
        } catch (Task.DeadlineException e) {
            return new Reply.Failed(call.id(), Reply.FailureKind.TIMEOUT, e.getMessage());
        } catch (Task.MissingToolException e) {
            return new Reply.Failed(call.id(), Reply.FailureKind.MISSING_TOOL, e.getMessage());
        } catch (OutOfMemoryError e) {
            return new Reply.Failed(call.id(), Reply.FailureKind.OUT_OF_MEMORY, String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            // The fork's edge: decoders throw anything at a stranger's bytes, even ThreadDeath.
            return new Reply.Failed(call.id(), Reply.FailureKind.DEFECT, describe(e));
        }
    }

    private static String describe(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return thrown + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
