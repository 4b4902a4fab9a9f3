package org.colophon.bench;

import java.util.List;
import java.util.concurrent.Callable;
import org.colophon.bench.KeptPages.Kept;
import org.colophon.port.Workers.WorkerReply;
import org.colophon.worker.protocol.PageText;

/** The same pages through the same warm workers, and nothing else. */
final class RecognitionAlone {
    private final KeptPages workers;
    private final ProcessTree processes;
    private final int atATime;

    /** @param atATime how many pages at a time: as many as there are workers */
    RecognitionAlone(KeptPages workers, ProcessTree processes, int atATime) {
        this.workers = workers;
        this.processes = processes;
        this.atATime = atATime;
    }

    Run recognize(List<Kept> pages) throws InterruptedException {
        Usage before = processes.costs().of(Part.RECOGNITION_WORKERS);
        long from = System.nanoTime();
        InParallel.run(
                atATime,
                pages.stream().map(page -> (Callable<Void>) () -> read(page)).toList());
        double seconds = (System.nanoTime() - from) / 1e9;
        Usage cost = processes.costs().of(Part.RECOGNITION_WORKERS).since(before);
        return new Run(pages.size(), seconds, ProcFiles.available() ? (Double) cost.cpuSeconds() : null);
    }

    private Void read(Kept page) {
        if (workers.again(page) instanceof WorkerReply.Failed<PageText> failed) {
            throw new BenchFailedException("a page could not be recognized again: " + failed.detail());
        }
        return null;
    }
}
