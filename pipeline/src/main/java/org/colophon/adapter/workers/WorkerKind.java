package org.colophon.adapter.workers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start workers of one kind.
 *
 * @param name short, for logs and folders: {@code image}, {@code ocr}
 * @param library folder with the worker's whole class path
 * @param main its main class
 * @param arguments of the main
 * @param heap bytes of Java heap
 * @param memory bytes of resident memory, native memory and programs it started included, above which it is killed
 * @param processes most processes at a time
 * @param pagesEach pages after which a process is replaced by a fresh one
 */
public record WorkerKind(
        String name,
        Path library,
        String main,
        List<String> arguments,
        long heap,
        long memory,
        int processes,
        int pagesEach) {
    public WorkerKind {
        arguments = List.copyOf(arguments);
    }

    /** The whole command that starts one process. */
    List<String> command(Path temp) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                // Else a large machine's JVM begins with hundreds of megabytes, and fills them before it collects.
                "-Xms32m",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                // A worker bounds the programs it starts by what this leaves them
                "-Dcolophon.worker.memory=" + memory,
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temp,
                "-Djna.tmpdir=" + temp,
                "-Dfile.encoding=UTF-8"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", library.resolve("*").toString(), main));
        command.addAll(arguments);
        return command;
    }
}
