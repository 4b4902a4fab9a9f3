package org.colophon.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.colophon.item.Agent;
import org.colophon.item.Note;
import org.colophon.item.UnavailableException;
import org.colophon.port.VirusScanner;
import org.colophon.port.VirusScanner.Outcome;
import org.colophon.port.Workspace;

/** Has every file of an object looked through for viruses, in the copy that would be kept. */
final class VirusCheck {
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(3);

    private final VirusScanner scanner;
    private final Workspace workspace;
    private final Agent colophon;
    private UnavailableException silence;

    /** @param colophon who says that nobody looked */
    VirusCheck(VirusScanner scanner, Workspace workspace, Agent colophon) {
        this.scanner = scanner;
        this.workspace = workspace;
        this.colophon = colophon;
    }

    /** A new look begins: who did not answer in the last one is asked again. */
    void begin() {
        silence = null;
    }

    /**
     * Looks through all; infected or not, to the last file.
     *
     * @param now when the look under way began; a scanner that does not answer is asked once in it
     * @param telling told every few seconds how far it is
     * @throws UnavailableException when the scanner does not answer; nothing is known of the object then
     */
    Checked check(Candidate candidate, Instant now, Consumer<String> telling) {
        Optional<Agent> agent = agent();
        if (agent.isEmpty()) {
            return Checked.byNobody(now, colophon);
        }
        try {
            return files(candidate, now, agent.get(), telling);
        } catch (UnavailableException e) {
            if (e.what().equals(VirusScanner.WORD)) {
                // It answers to others, so this object may be what it fails over: they must not wait for it.
                candidate.heldUp(e, now);
            }
            throw e;
        }
    }

    private Optional<Agent> agent() {
        if (silence != null) {
            throw silence;
        }
        try {
            return scanner.agent();
        } catch (UnavailableException e) {
            silence = e;
            throw e;
        }
    }

    private Checked files(Candidate candidate, Instant now, Agent agent, Consumer<String> telling) {
        Map<String, String> infected = new LinkedHashMap<>();
        Map<String, String> passedOver = new LinkedHashMap<>();
        int files = candidate.copies().size();
        int n = 0;
        long told = System.nanoTime();
        for (CopyIn.Copied copy : candidate.copies()) {
            n++;
            if (System.nanoTime() - told > BETWEEN_WORDS.toNanos()) {
                telling.accept("it is being checked for viruses: file " + n + " of " + files);
                told = System.nanoTime();
            }
            String name = name(candidate, copy);
            Outcome outcome = scanner.check(workspace.fetch(candidate.id(), copy.fixity()));
            if (outcome instanceof Outcome.Infected found) {
                infected.put(name, Note.oneLine(found.name()));
            } else if (outcome instanceof Outcome.NotChecked not) {
                passedOver.put(name, Note.oneLine(not.reason()));
            }
        }
        return new Checked(now, agent, files, infected, passedOver);
    }

    /** As in the package: an object may have a table of its own beside its batch's. */
    private static String name(Candidate candidate, CopyIn.Copied copy) {
        boolean ofBatch = copy.found().equals(candidate.batchMetadata());
        return (ofBatch ? "batch/" : "") + Note.oneLine(copy.found().name());
    }
}
