package org.colophon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads what Linux tells of processes and threads under {@code /proc} (proc(5)). What is gone reads as nothing. */
final class ProcFiles {
    private static final Path PROC = Path.of("/proc");
    /** USER_HZ, the unit of CPU times in stat files: 100 on every Linux that runs Java. */
    private static final long NANOS_A_TICK = 10_000_000;

    private ProcFiles() {}

    /** Whether there is anything to read here. */
    static boolean available() {
        return Files.isReadable(PROC.resolve("self").resolve("stat"));
    }

    /** CPU time and bytes of a live process, since its start. */
    static Usage process(long pid) {
        Path folder = PROC.resolve(String.valueOf(pid));
        return usage(text(folder.resolve("stat")), text(folder.resolve("io")));
    }

    /** Bytes that the calling thread read and wrote, and its CPU time, since its start. */
    static Usage thisThread() {
        Path folder = PROC.resolve("thread-self");
        return new Usage(scheduled(text(folder.resolve("schedstat"))), 0, 0).plus(bytes(text(folder.resolve("io"))));
    }

    /** CPU nanoseconds of children that ended and were waited for. */
    static long endedChildren() {
        String[] fields = afterName(text(PROC.resolve("self").resolve("stat")));
        return fields.length < 15 ? 0 : (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * NANOS_A_TICK;
    }

    /** Resident bytes of a process; 0 when it is gone. */
    static long resident(long pid) {
        return resident(text(PROC.resolve(String.valueOf(pid)).resolve("status")));
    }

    /** The command line of a process, its words separated by spaces. */
    static String command(long pid) {
        return text(PROC.resolve(String.valueOf(pid)).resolve("cmdline")).replace('\0', ' ');
    }

    /** CPU nanoseconds of each thread of this process, by {@code number name}. */
    static Map<String, Long> threads() {
        Map<String, Long> threads = new TreeMap<>();
        Path tasks = PROC.resolve("self").resolve("task");
        try (var folders = Files.newDirectoryStream(tasks)) {
            for (Path thread : folders) {
                long nanos = scheduled(text(thread.resolve("schedstat")));
                threads.put(
                        thread.getFileName() + " "
                                + text(thread.resolve("comm")).strip(),
                        nanos);
            }
        } catch (IOException e) {
            return Map.of();
        }
        return threads;
    }

    static Usage usage(String stat, String io) {
        String[] fields = afterName(stat);
        if (fields.length < 15) {
            return Usage.NONE;
        }
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return new Usage(ticks * NANOS_A_TICK, 0, 0).plus(bytes(io));
    }

    /** The fields of a stat file from its third on: the second, a name in brackets, may hold anything. */
    private static String[] afterName(String stat) {
        int bracket = stat.lastIndexOf(')');
        return bracket < 0 ? new String[0] : stat.substring(bracket + 1).strip().split(" ");
    }

    static Usage bytes(String io) {
        return new Usage(0, number(io, "rchar:"), number(io, "wchar:"));
    }

    static long resident(String status) {
        return number(status, "VmRSS:") * 1024;
    }

    /** The first field of a schedstat file: nanoseconds on a CPU. */
    static long scheduled(String schedstat) {
        String[] fields = schedstat.strip().split(" ");
        return fields[0].isEmpty() ? 0 : Long.parseLong(fields[0]);
    }

    private static long number(String text, String name) {
        for (String line : text.split("\n")) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.substring(name.length()).strip().split(" ")[0]);
            }
        }
        return 0;
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
