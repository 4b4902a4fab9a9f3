package org.colophon.worker.image.outside;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.colophon.worker.protocol.Task;

/** One run of a program that is not ours. */
final class BoundedProgram {
    /**
     * The shell waits for the program while a second one waits for standard input to end, which it does when this worker
     * ends, however it ends. Arguments come as arguments, never inside this text.
     */
    private static final String SCRIPT =
            """
            ulimit -c 0; ulimit -v "$1" 2>/dev/null; ulimit -f "$2" 2>/dev/null; shift 2
            exec 3<&0
            "$@" </dev/null 3<&- &
            program=$!
            { read -r line <&3; kill -9 $program; } >/dev/null 2>&1 &
            watch=$!
            exec 3<&-
            wait $program
            status=$?
            kill -9 $watch
            exit $status
            """;

    private static final int KILOBYTE = 1024;
    private static final int BLOCK = 512;
    private static final int MOST_WORDS = 64 * 1024;

    private BoundedProgram() {}

    /**
     * What a run may cost.
     *
     * @param millis wall-clock time
     * @param memory bytes of address space
     * @param written bytes of each file
     */
    record Bounds(long millis, long memory, long written) {}

    /**
     * How it ended.
     *
     * @param status 0 when it says that all went well
     * @param words what it said, at most 64 KiB
     */
    record Ended(int status, String words) {}

    /**
     * Runs a program to its end.
     *
     * @param folder where it works; holds what it said, too
     * @throws Task.DeadlineException when it took too long; it is gone then
     */
    static Ended run(List<String> program, Path folder, Bounds bounds) throws IOException, Task.DeadlineException {
        Path words = folder.resolve("words.txt");
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                SCRIPT,
                "sh",
                Long.toString(bounds.memory() / KILOBYTE),
                Long.toString(bounds.written() / BLOCK + 1)));
        command.addAll(program);
        Process shell = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        try {
            if (!shell.waitFor(bounds.millis(), TimeUnit.MILLISECONDS)) {
                throw new Task.DeadlineException(
                        program.get(0) + " was not done within the " + bounds.millis() + " ms left to it");
            }
            try (InputStream in = Files.newInputStream(words)) {
                return new Ended(shell.exitValue(), new String(in.readNBytes(MOST_WORDS), StandardCharsets.ISO_8859_1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Task.DeadlineException(program.get(0) + " was interrupted");
        } finally {
            end(shell);
        }
    }

    private static void end(Process shell) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
    }
}
