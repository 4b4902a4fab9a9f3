package org.colophon.wholeway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Looks ten times a second at a service and its children: who they are, and how much memory each holds. */
final class ProcessWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;
    private static final long PAGE_BYTES = 4096;

    /** What a process of the house is there for. */
    enum Part {
        MAIN("org.colophon.Colophon"),
        STORE("StoreServer"),
        IMAGE("ImageWorker"),
        OCR("OcrWorker");

        private final String sign;

        Part(String sign) {
            this.sign = sign;
        }
    }

    private final Process service;
    private final Map<Part, Set<Long>> seen = new EnumMap<>(Part.class);
    private final Map<Part, Long> peaks = new ConcurrentHashMap<>();
    private final Map<Long, Part> parts = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::watch, "process-watch");

    private ProcessWatch(Process service) {
        this.service = service;
        for (Part part : Part.values()) {
            seen.put(part, ConcurrentHashMap.newKeySet());
        }
    }

    static ProcessWatch of(Process service) {
        ProcessWatch watch = new ProcessWatch(service);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** Process ids that were ever seen in this part. */
    Set<Long> seen(Part part) {
        return Set.copyOf(seen.get(part));
    }

    /** Most resident memory that one process of this part was seen with, in MiB. */
    long peakMib(Part part) {
        return peaks.getOrDefault(part, 0L) >> 20;
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Stream.concat(Stream.of(service.toHandle()), service.descendants())
                        .forEach(process -> look(process.pid()));
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(long pid) {
        try {
            Path proc = Path.of("/proc/" + pid);
            Part part = parts.get(pid);
            if (part == null) {
                part = part(Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1));
                if (part == null || (part == Part.MAIN && pid != service.pid())) {
                    // A child shows its parent's command line until it has its own.
                    return;
                }
                parts.put(pid, part);
                seen.get(part).add(pid);
            }
            long pages = Long.parseLong(Files.readString(proc.resolve("statm")).split(" ")[1]);
            peaks.merge(part, pages * PAGE_BYTES, Math::max);
        } catch (IOException e) {
            // It ended between the listing and the look.
            parts.remove(pid);
        }
    }

    private static Part part(String commandLine) {
        for (Part part : Part.values()) {
            if (commandLine.contains(part.sign)) {
                return part;
            }
        }
        return null;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
