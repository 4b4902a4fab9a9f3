package org.colophon.spine;

import java.nio.file.Path;
import java.util.Optional;
import org.colophon.item.Agent;
import org.colophon.port.VirusScanner;

/** Stands in for a virus scanner, and finds nothing. The real one is tested with its adapter. */
final class StandInScanner implements VirusScanner {
    @Override
    public Optional<Agent> agent() {
        return Optional.of(Agent.software("stand-in scanner", "1"));
    }

    @Override
    public Outcome check(Path file) {
        return new Outcome.Clean();
    }
}
