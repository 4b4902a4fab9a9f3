package org.colophon.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Watches this process and all its children: what they cost, those that ended meanwhile included, and how much memory
 * they hold together. A process or thread that ends is counted up to the last look before, a second at most.
 */
final class ProcessTree implements AutoCloseable {
    /** Short enough for Linux to keep it whole. */
    static final String THREAD = "bench-watch";

    private static final long EVERY_MILLIS = 100;
    /** Finding new processes reads all of /proc, which is dear: one look in so many does it. */
    private static final int SELDOM = 10;

    private final long self = ProcessHandle.current().pid();
    private final Map<Long, Part> alive = new HashMap<>();
    private final Map<Long, Usage> processes = new HashMap<>();
    private final Map<Long, Part> kinds = new HashMap<>();
    private final Map<String, Long> threads = new HashMap<>();
    private long peak;
    private long looks;

    private final Thread watch = new Thread(this::watch, THREAD);

    /** Begins to watch, where the system can be watched. */
    ProcessTree() {
        if (ProcFiles.available()) {
            watch.setDaemon(true);
            watch.start();
        }
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        if (looks++ % SELDOM == 0) {
            count();
        }
        long resident = ProcFiles.resident(self);
        for (long pid : alive.keySet()) {
            resident += ProcFiles.resident(pid);
        }
        peak = Math.max(peak, resident);
    }

    private void count() {
        Set<Long> now = new HashSet<>();
        ProcessHandle.current().descendants().forEach(child -> now.add(child.pid()));
        alive.keySet().retainAll(now);
        now.forEach(pid -> alive.compute(pid, ProcessTree::kind));
        kinds.putAll(alive);
        alive.forEach((pid, part) -> book(pid));
        book(self);
        threads.putAll(ProcFiles.threads());
    }

    /** A child that has not become its own program yet still has the command line of whoever started it. */
    private static Part kind(long pid, Part known) {
        return known == null || known == Part.OTHERS ? Part.ofCommand(ProcFiles.command(pid)) : known;
    }

    /** A process that ended reads as nothing: what it had cost at the last look stands. */
    private void book(long pid) {
        Usage usage = ProcFiles.process(pid);
        if (usage.cpuNanos() > 0) {
            processes.put(pid, usage);
        }
    }

    /** What every part cost since the start; the main process's steps are not told apart here. Empty when unknown. */
    synchronized Costs costs() {
        if (!ProcFiles.available()) {
            return new Costs(Usage.NONE, Map.of());
        }
        count();
        Map<Part, Usage> parts = new EnumMap<>(Part.class);
        kinds.forEach((pid, part) -> parts.merge(part, processes.getOrDefault(pid, Usage.NONE), Usage::plus));
        threads.forEach((thread, nanos) -> parts.merge(
                Part.ofThread(thread.substring(thread.indexOf(' ') + 1)), new Usage(nanos, 0, 0), Usage::plus));
        return new Costs(processes.getOrDefault(self, Usage.NONE), parts);
    }

    /** Most resident bytes of all processes together at one look since the last call; 0 when unknown. */
    synchronized long peakSinceAsked() {
        long highest = peak;
        peak = 0;
        return highest;
    }

    /**
     * Costs at one moment.
     *
     * @param main the main process, whole
     * @param parts child processes, and what threads of the main process cost by what they are for
     */
    record Costs(Usage main, Map<Part, Usage> parts) {
        Costs {
            parts = Map.copyOf(parts);
        }

        Usage of(Part part) {
            return parts.getOrDefault(part, Usage.NONE);
        }

        /** The processes, each once. */
        Usage all() {
            Usage all = main;
            for (Part part : List.of(Part.IMAGE_WORKERS, Part.RECOGNITION_WORKERS, Part.STORE, Part.OTHERS)) {
                all = all.plus(of(part));
            }
            return all;
        }

        /** What was added since. */
        Costs since(Costs before) {
            Map<Part, Usage> added = new EnumMap<>(Part.class);
            new ArrayList<>(parts.keySet()).forEach(part -> added.put(part, of(part).since(before.of(part))));
            return new Costs(main.since(before.main), added);
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
