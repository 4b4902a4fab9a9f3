package org.colophon.examine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colophon.examine.quality.PageChecks;
import org.colophon.port.Workers;
import org.colophon.port.Workers.WorkerReply;
import org.colophon.worker.protocol.Check;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Result.Examination;
import org.colophon.worker.protocol.Result.Orientation;

/** Asks the engine that reads text which way up a page is, where its pixels give reason to. */
record Orienting(Workers workers) {
    private static final String AGENT = "Tesseract orientation detection";

    /** The examination with what the engine says; as it was where it need not be asked, or cannot tell. */
    Examination oriented(Examination found, Path master, int index, Path outputs) {
        if (found.refused() || found.facts() == null || !PageChecks.seemsTurned(found.measures())) {
            return found;
        }
        Path image = found.derived().stream()
                .filter(derived -> derived.role() == Derived.Role.PAGE_IMAGE)
                .findFirst()
                .map(derived -> outputs.resolve(derived.file()))
                .orElse(master);
        WorkerReply<Orientation> reply = workers.orient(
                image, image.equals(master) ? index : 0, found.facts().orientation());
        return reply instanceof WorkerReply.Done<Orientation> done ? told(found, done.result()) : found;
    }

    private static Examination told(Examination found, Orientation orientation) {
        Finding turned = PageChecks.turned(orientation.turn(), orientation.confidence());
        List<Finding> findings = new ArrayList<>(found.findings());
        if (turned != null) {
            findings.add(turned);
        }
        List<Check> checks = new ArrayList<>(found.checks());
        checks.add(new Check(
                "validation",
                turned == null ? Check.Outcome.SUCCESS : Check.Outcome.WARNING,
                orientation.confidence() == null
                        ? "orientation: cannot be told"
                        : String.format(
                                Locale.ROOT,
                                "orientation: to be turned by %d degrees, confidence %.1f",
                                orientation.turn(),
                                orientation.confidence()),
                AGENT,
                orientation.version()));
        return new Examination(
                found.identification(), found.facts(), findings, checks, found.derived(), found.measures());
    }
}
