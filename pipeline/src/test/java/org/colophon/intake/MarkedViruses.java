package org.colophon.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.colophon.item.Agent;
import org.colophon.item.UnavailableException;
import org.colophon.port.VirusScanner;

/**
 * Stands in for a virus scanner. A file of these tests is infected when it says {@code VIRUS}, too large when it says
 * {@code LARGE}, and takes the scanner down when it says {@code CRASH}. The real one is tested with its adapter.
 */
final class MarkedViruses implements VirusScanner {
    boolean away;
    int asked;
    int checked;

    /** Run before each file is looked through. */
    Runnable before = () -> {};

    @Override
    public Optional<Agent> agent() {
        asked++;
        if (away) {
            throw new UnavailableException(WORD, "the virus scanner does not answer", null);
        }
        return Optional.of(Agent.software("ClamAV", "1.4.3"));
    }

    @Override
    public Outcome check(Path file) {
        checked++;
        before.run();
        String text = text(file);
        if (text.contains("CRASH")) {
            throw new UnavailableException(WORD, "the virus scanner broke off over a file", null);
        }
        if (text.contains("VIRUS")) {
            return new Outcome.Infected("Test." + text.strip());
        }
        return text.contains("LARGE") ? new Outcome.NotChecked("too large") : new Outcome.Clean();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
