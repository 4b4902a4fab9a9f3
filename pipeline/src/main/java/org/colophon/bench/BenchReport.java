package org.colophon.bench;

import java.util.List;

/**
 * What was measured. A figure that could not be had is null, and a note says why. The names of the components are the
 * keys of {@code bench --json}: programs rely on them.
 *
 * @param version Colophon's
 * @param java the runtime's
 * @param fileSystem kind of the one the home lies on, e.g. ext4; in memory (tmpfs) making writes last costs nothing
 * @param cores that the process may use
 * @param recognitionWorkers pages recognized at a time
 * @param models recognition models, in order
 * @param objects that became readable in a pass
 * @param pages of these
 * @param tesseractVersion of the command beside; null when there was none
 * @param passes in their order; the last one counts
 * @param peakResidentBytes most memory of all processes together in any pass
 * @param onePageItem what an item costs by itself
 * @param fullLedger the same once the ledger was filled
 * @param notes what could not be measured, and what was left out: sentences
 */
public record BenchReport(
        String version,
        String java,
        String fileSystem,
        int cores,
        int recognitionWorkers,
        List<String> models,
        int objects,
        int pages,
        String tesseractVersion,
        List<Pass> passes,
        Long peakResidentBytes,
        OnePageItem onePageItem,
        FullLedger fullLedger,
        List<String> notes) {
    public BenchReport {
        models = List.copyOf(models);
        passes = List.copyOf(passes);
        notes = List.copyOf(notes);
    }

    /** The pass that counts. */
    public Pass last() {
        return passes.get(passes.size() - 1);
    }

    /**
     * One pass: all contenders on the same pages, one after the other.
     *
     * @param wholeWay from the first look at the scans until they were readable
     * @param recognition the same pages through the same workers by themselves
     * @param tesseract the same pages through the command; null when it was not run
     * @param recognitionCpuSeconds what the recognition workers took during the whole way
     * @param outsideCpuSecondsPerPage CPU seconds a page of the whole way without these
     * @param peakResidentBytes most memory of all processes together during the whole way
     * @param parts what the parts took during the whole way
     */
    public record Pass(
            Figures wholeWay,
            Figures recognition,
            Figures tesseract,
            Double recognitionCpuSeconds,
            Double outsideCpuSecondsPerPage,
            Double wholeWayTimesTesseract,
            Double recognitionTimesTesseract,
            Long peakResidentBytes,
            List<PartCost> parts) {
        public Pass {
            parts = List.copyOf(parts);
        }
    }

    /** A contender's figures; CPU is null where the system does not tell. */
    public record Figures(
            int pages, double seconds, double pagesPerSecond, Double cpuSeconds, Double cpuSecondsPerPage) {
        static Figures of(Run run) {
            return run == null
                    ? null
                    : new Figures(
                            run.pages(),
                            Rounded.to(run.seconds()),
                            Rounded.to(run.pagesPerSecond()),
                            Rounded.to(run.cpuSeconds()),
                            Rounded.to(run.cpuSecondsPerPage()));
        }
    }

    /**
     * What a part took.
     *
     * @param part stable name
     * @param words the same for people
     * @param bytesRead by read calls: files, pipes and sockets; null for threads that only the clock is known of
     * @param bytesWritten by write calls
     */
    public record PartCost(String part, String words, double cpuSeconds, Long bytesRead, Long bytesWritten) {}

    /**
     * The fixed cost of an item: a one-page one, warm, outside recognition.
     *
     * @param items how many it is the median of
     * @param medianSeconds from the first look at the scan until it was readable
     * @param medianSecondsFromAdmission from admission
     */
    public record OnePageItem(int items, double medianSeconds, double medianSecondsFromAdmission) {}

    /**
     * The same in a full ledger.
     *
     * @param ledgerItems how many items it was filled with
     * @param timesAsLong median now by median before
     */
    public record FullLedger(int ledgerItems, OnePageItem onePageItem, double timesAsLong) {}
}
