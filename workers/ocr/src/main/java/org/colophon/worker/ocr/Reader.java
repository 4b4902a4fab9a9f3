package org.colophon.worker.ocr;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Task.DeadlineException;

/** Chooses who reads a page: the engine of the languages that were asked for, or one that knows the long s. */
final class Reader {
    private final Engines engines;

    /** Languages that were asked for the latest page, if that had a long s. */
    private List<String> latestOld = List.of();

    Reader(Engines engines) {
        this.engines = engines;
    }

    /** What was read, by which engine. */
    record Reading(Engine engine, List<Read.Block> blocks) {}

    /**
     * Reads a prepared page once, and once more where a model is needed that was not asked for.
     *
     * @param millis how long all of it may take
     * @throws DeadlineException when the languages that were asked for took longer
     */
    Reading read(Raster page, Request.Recognize request, long millis) throws IOException, DeadlineException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        boolean longS = request.steps().contains(ReadingStep.LONG_S);
        // The pages of an old book come one after the other: the second one need not be misread first.
        boolean first = longS && latestOld.equals(request.languages());
        Optional<Reading> old = first ? readLongS(page, request, millis / 2) : Optional.empty();
        Reading reading;
        if (old.isPresent()) {
            reading = old.get();
        } else {
            Engine engine = engines.get(request.languages());
            reading = new Reading(engine, engine.read(page, left(deadline)));
            if (longS && !first && LongS.suspectedIn(reading.blocks())) {
                old = readLongS(page, request, left(deadline));
                reading = old.orElse(reading);
            }
        }
        latestOld = old.isPresent() ? request.languages() : List.of();
        return request.steps().contains(ReadingStep.ROWS)
                ? new Reading(reading.engine(), ReadingOrder.restore(reading.blocks()))
                : reading;
    }

    /**
     * None when the page has no long s after all, or no sound model is there that knows it, or time does not suffice:
     * nobody asked for it, so the page is not blamed.
     */
    private Optional<Reading> readLongS(Raster page, Request.Recognize request, long millis) throws IOException {
        try {
            Optional<Engine> knowing = engines.withLongS(request.languages());
            if (knowing.isEmpty()) {
                return Optional.empty();
            }
            List<Read.Block> blocks = knowing.get().read(page, millis);
            return LongS.foundIn(blocks) ? Optional.of(new Reading(knowing.get(), blocks)) : Optional.empty();
        } catch (DeadlineException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** At least one: the engine stops at the next word. */
    private static long left(long deadline) {
        return Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
    }
}
