package org.colophon.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.colophon.app.Service;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;

/** What an item costs by itself: items of one page, one after the other, less the time their pages were read. */
final class OnePageItems {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Service service;
    private final StepMeter meter;
    private final KeptPages workers;

    OnePageItems(Service service, StepMeter meter, KeptPages workers) {
        this.service = service;
        this.meter = meter;
        this.workers = workers;
    }

    /**
     * The file of an item's first page, where it was dropped.
     *
     * @throws BenchFailedException when it is not there any more
     */
    Path firstScan(ItemId id) {
        Item item = service.history().item(id).orElseThrow();
        Path dropped = item.source().path().path();
        Path scan = Files.isRegularFile(dropped)
                ? dropped
                : dropped.resolve(service.history().page(id, 1).file().name());
        if (!Files.isRegularFile(scan)) {
            throw new BenchFailedException(scan + " cannot be found again; give it a plainer name, or --items 0");
        }
        return scan;
    }

    /** Takes the same scan so often. */
    ItemSeconds take(Path scan, int times) throws InterruptedException {
        List<Double> whole = new ArrayList<>();
        List<Double> fromAdmission = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long recognizing = workers.recognizingNanos();
            long from = System.nanoTime();
            ItemId id = service.take(List.of(scan), false, Duration.ZERO).get(0);
            long admitted = System.nanoTime();
            long published = await(id);
            long reading = workers.recognizingNanos() - recognizing;
            whole.add((published - from - reading) / 1e9);
            fromAdmission.add((published - Math.min(admitted, published) - reading) / 1e9);
        }
        return new ItemSeconds(times, Median.of(whole), Median.of(fromAdmission));
    }

    private long await(ItemId id) throws InterruptedException {
        while (meter.published(id) == null) {
            meter.await(LOOK);
            Item item = service.history().item(id).orElseThrow();
            if (item.state() == ItemState.REJECTED || item.state() == ItemState.SET_ASIDE) {
                throw new BenchFailedException(
                        "the first scan by itself is " + item.state().spelling() + ": " + item.reason());
            }
        }
        return meter.published(id);
    }

    /**
     * Medians over items, outside recognition.
     *
     * @param items how many
     * @param median seconds from the first look at the scan until it was readable
     * @param medianFromAdmission seconds from admission until it was readable
     */
    record ItemSeconds(int items, double median, double medianFromAdmission) {}
}
