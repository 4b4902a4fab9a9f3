package org.colophon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.colophon.bench.BenchReport.Figures;
import org.colophon.bench.BenchReport.OnePageItem;
import org.colophon.bench.BenchReport.PartCost;
import org.colophon.bench.BenchReport.Pass;
import org.colophon.bench.OnePageItems.ItemSeconds;
import org.colophon.bench.WholeWay.Way;

/** From what was measured to what is reported. */
final class Passes {
    /** Of these the clock alone is known: Linux has their bytes too, but they are part of the other threads' work. */
    private static final Set<Part> CLOCK_ALONE =
            Set.of(Part.COMPILER, Part.COLLECTOR, Part.BROKER, Part.STORE_CLIENT, Part.MEASURING);

    private Passes() {}

    /** @param command null when it was not run */
    static Pass of(Way way, Run recognition, Run command) {
        Run whole = way.run();
        boolean known = whole.cpuSeconds() != null;
        double reading =
                way.parts().getOrDefault(Part.RECOGNITION_WORKERS, Usage.NONE).cpuSeconds();
        return new Pass(
                Figures.of(whole),
                Figures.of(recognition),
                Figures.of(command),
                known ? (Double) Rounded.to(reading) : null,
                known ? (Double) Rounded.to((whole.cpuSeconds() - reading) / whole.pages()) : null,
                Rounded.to(whole.timesAsFastAs(command)),
                Rounded.to(recognition.timesAsFastAs(command)),
                known ? (Long) way.peakResident() : null,
                parts(way.parts()));
    }

    private static List<PartCost> parts(Map<Part, Usage> usages) {
        List<PartCost> costs = new ArrayList<>();
        for (Part part : Part.values()) {
            Usage usage = usages.get(part);
            if (usage != null) {
                boolean clock = CLOCK_ALONE.contains(part);
                costs.add(new PartCost(
                        part.key(),
                        part.words(),
                        Rounded.to(usage.cpuSeconds()),
                        clock ? null : (Long) usage.read(),
                        clock ? null : (Long) usage.written()));
            }
        }
        return costs;
    }

    static OnePageItem of(ItemSeconds seconds) {
        return new OnePageItem(
                seconds.items(), Rounded.to(seconds.median()), Rounded.to(seconds.medianFromAdmission()));
    }

    /** The highest of all passes; null when unknown. */
    static Long peak(List<Pass> passes) {
        return passes.stream()
                .map(Pass::peakResidentBytes)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
    }
}
