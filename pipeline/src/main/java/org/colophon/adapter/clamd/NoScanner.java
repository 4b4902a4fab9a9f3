package org.colophon.adapter.clamd;

import java.nio.file.Path;
import java.util.Optional;
import org.colophon.item.Agent;
import org.colophon.port.VirusScanner;

/** Nobody looks for viruses: the default. */
public final class NoScanner implements VirusScanner {

    @Override
    public Optional<Agent> agent() {
        return Optional.empty();
    }

    @Override
    public Outcome check(Path file) {
        return new Outcome.NotChecked("no virus scanner is set (virus.clamd)");
    }
}
