package org.colophon.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.colophon.app.Service;
import org.colophon.bench.ProcessTree.Costs;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Step;

/** Takes scans all the way, from the first look at them until they are readable. */
final class WholeWay {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Service service;
    private final StepMeter meter;
    private final ProcessTree processes;

    WholeWay(Service service, StepMeter meter, ProcessTree processes) {
        this.service = service;
        this.meter = meter;
        this.processes = processes;
    }

    /**
     * What one way cost.
     *
     * @param items those that became readable
     * @param parts by part; without those that nothing is known of
     * @param left a sentence an object that did not become readable
     */
    record Way(Run run, List<ItemId> items, Map<Part, Usage> parts, long peakResident, List<String> left) {
        Way {
            items = List.copyOf(items);
            parts = Map.copyOf(parts);
            left = List.copyOf(left);
        }
    }

    /**
     * Takes what lies at a path.
     *
     * @param each whether each child of the path is an object
     */
    Way take(Path path, boolean each) throws InterruptedException {
        Costs before = processes.costs();
        Map<Step, Usage> stepsBefore = meter.steps();
        processes.peakSinceAsked();
        long from = System.nanoTime();
        Usage thread = ProcFiles.thisThread();
        List<ItemId> ids = service.take(List.of(path), each, Duration.ZERO);
        Usage intake = ProcFiles.thisThread().since(thread);
        refuseToWait(path, service.lookAgain());
        long until = await(ids, from);
        Costs costs = processes.costs().since(before);
        Map<Part, Usage> parts = parts(costs, intake, stepsBefore);
        List<Item> items =
                ids.stream().map(id -> service.history().item(id).orElseThrow()).toList();
        List<Item> readable =
                items.stream().filter(item -> item.state().archived()).toList();
        List<String> left = items.stream()
                .filter(item -> !item.state().archived())
                .map(item -> item.source().path().name() + " (" + item.state().spelling() + "): " + item.reason())
                .toList();
        int pages = readable.stream().mapToInt(Item::pageCount).sum();
        Double cpu = ProcFiles.available() ? (Double) costs.all().cpuSeconds() : null;
        Run run = new Run(pages, (until - from) / 1e9, cpu);
        return new Way(run, readable.stream().map(Item::id).toList(), parts, processes.peakSinceAsked(), left);
    }

    private static void refuseToWait(Path path, List<String> waiting) {
        if (!waiting.isEmpty()) {
            throw new BenchFailedException(path + " is not taken in: " + String.join("; ", waiting));
        }
    }

    /** When the last of them became readable, or else was settled. */
    private long await(List<ItemId> ids, long from) throws InterruptedException {
        List<ItemId> open = new ArrayList<>(ids);
        long last = from;
        while (true) {
            for (ItemId id : List.copyOf(open)) {
                Long published = meter.published(id);
                if (published != null || isOver(id)) {
                    open.remove(id);
                    last = Math.max(last, published == null ? System.nanoTime() : published);
                }
            }
            if (open.isEmpty()) {
                return last;
            }
            String trouble = service.stuckFor(PATIENCE);
            if (trouble != null) {
                throw new BenchFailedException("the scans do not get on: " + trouble);
            }
            meter.await(LOOK);
        }
    }

    /** Ended otherwise than by being published, which the meter tells. */
    private boolean isOver(ItemId id) {
        ItemState state = service.history().item(id).orElseThrow().state();
        return switch (state) {
            case REJECTED, DUPLICATE, SET_ASIDE, HELD, WITHDRAWN -> true;
            case WAITING, EXAMINING, RECOGNIZING, PRESERVING, DEPOSITED, PUBLISHED -> false;
        };
    }

    private Map<Part, Usage> parts(Costs costs, Usage intake, Map<Step, Usage> stepsBefore) {
        if (!ProcFiles.available()) {
            return Map.of();
        }
        Map<Part, Usage> parts = new EnumMap<>(costs.parts());
        Usage told = intake;
        parts.put(Part.INTAKE, intake);
        for (Map.Entry<Step, Usage> step : meter.steps().entrySet()) {
            Usage cost = step.getValue().since(stepsBefore.getOrDefault(step.getKey(), Usage.NONE));
            parts.put(Part.of(step.getKey()), cost);
            told = told.plus(cost);
        }
        for (Part part : List.of(Part.STORE_CLIENT, Part.BROKER, Part.COMPILER, Part.COLLECTOR, Part.MEASURING)) {
            told = told.plus(costs.of(part));
        }
        parts.put(Part.REST, costs.main().since(told));
        return parts;
    }
}
