package org.colophon.wholeway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A running service with all its children, to be stopped, let go on, and killed within a millisecond: a shell that
 * stands ready sends the signals.
 */
final class Tree implements AutoCloseable {
    private final ProcessHandle main;
    private final Process shell;
    private final Writer orders;
    private final BufferedReader answers;
    private List<ProcessHandle> children = List.of();

    Tree(Process service) {
        this.main = service.toHandle();
        try {
            this.shell = new ProcessBuilder("/bin/sh").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.orders = shell.outputWriter(StandardCharsets.UTF_8);
        this.answers = shell.inputReader(StandardCharsets.UTF_8);
        refresh();
    }

    /** Looks anew which children there are. */
    void refresh() {
        children = main.descendants().toList();
    }

    long pid() {
        return main.pid();
    }

    boolean isAlive() {
        return main.isAlive();
    }

    /** Stops all where they are, the main process first. */
    void halt() {
        send("STOP", all());
    }

    /** Lets all go on. */
    void resume() {
        send("CONT", all());
    }

    /** The death of the machine, as far as processes can die it. */
    void killAll() {
        refresh();
        send("KILL", all());
        gone(Duration.ofSeconds(20));
    }

    /** Kills the main process alone: its children are to find out by themselves, and end. */
    Duration killMainOnly() {
        refresh();
        send("KILL", List.of(main));
        send("CONT", children);
        long from = System.nanoTime();
        gone(Duration.ofSeconds(20));
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private void gone(Duration longest) {
        Program.await("the killed service and its children to be gone", longest, () -> all().stream()
                .noneMatch(ProcessHandle::isAlive));
    }

    private List<ProcessHandle> all() {
        List<ProcessHandle> all = new ArrayList<>(List.of(main));
        all.addAll(children);
        return all;
    }

    private void send(String signal, List<ProcessHandle> to) {
        String pids = to.stream().map(one -> String.valueOf(one.pid())).collect(Collectors.joining(" "));
        try {
            orders.write("for p in " + pids + "; do kill -" + signal + " $p 2>/dev/null; done; echo done\n");
            orders.flush();
            answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
