package org.colophon.wholeway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The program as it was packaged, started by its launcher in a home of the test's. */
final class Program {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path LAUNCHER =
            Path.of("target", "colophon", "bin", "colophon").toAbsolutePath();

    private final Path home;
    private final List<String> options;
    private final Supplier<String> javaOptions;

    /** @param options given with every command, such as {@code --set inbox.quiet=1s} */
    Program(Path home, String... options) {
        this(ClassArchive::options, home, options);
    }

    private Program(Supplier<String> javaOptions, Path home, String... options) {
        this.home = home;
        this.options = List.of(options);
        this.javaOptions = javaOptions;
    }

    /** @param javaOptions the virtual machine's */
    static Program with(String javaOptions, Path home, String... options) {
        return new Program(() -> javaOptions, home, options);
    }

    Path home() {
        return home;
    }

    /** What a command that ended left. */
    record Ended(int code, String out, String err) {}

    /** Runs a command to its end. */
    Ended run(String... arguments) {
        try {
            Path out = Files.createTempFile("colophon", ".out");
            Path err = Files.createTempFile("colophon", ".err");
            Process process = builder(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                kill(process);
                throw new AssertionError("did not end: " + String.join(" ", arguments) + "\n" + Files.readString(out)
                        + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Starts a command that goes on; its output goes to {@code HOME-log.txt} beside the home. */
    Process start(String... arguments) {
        try {
            return builder(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log() {
        return home.resolveSibling(home.getFileName() + "-log.txt");
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("COLOPHON_JAVA_OPTIONS", javaOptions.get());
        return builder;
    }

    /** All items as {@code list --json} has them. */
    List<JsonNode> list() {
        return elements(run("list", "--json").out());
    }

    /** One item as {@code show --json} has it. */
    JsonNode show(String id) {
        return tree(run("show", id, "--json").out());
    }

    /** The item that was dropped under this name. */
    JsonNode itemOf(String name) {
        return list().stream()
                .filter(item -> item.get("source").asText().endsWith("/" + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item of " + name));
    }

    /** {@code run.json} of the live service. */
    JsonNode runFile() {
        try {
            return tree(Files.readString(home.resolve("run.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private static List<JsonNode> elements(String text) {
        List<JsonNode> nodes = new ArrayList<>();
        tree(text).forEach(nodes::add);
        return nodes;
    }

    /** Kills a process with all its children, as a crash of the machine would. */
    static void kill(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        await("the killed processes to be gone", Duration.ofSeconds(20), () -> all.stream()
                .noneMatch(ProcessHandle::isAlive));
    }

    /** Asks a service to end, and waits until it has. */
    static int stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill(process);
                throw new AssertionError("did not end within a minute of being asked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    /** Waits until something is so; fails after the time, naming it. */
    static void await(String what, Duration longest, BooleanSupplier condition) {
        await(what, longest, 200, condition);
    }

    /** As above, looking every so many milliseconds. */
    static void await(String what, Duration longest, long every, BooleanSupplier condition) {
        Instant end = Instant.now().plus(longest);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** Reads a text file. */
    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
