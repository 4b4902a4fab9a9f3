package org.colophon.app;

import java.util.ArrayList;
import java.util.List;
import org.colophon.app.health.Troubles;
import org.colophon.app.metrics.StepMeters;
import org.colophon.port.Ports;
import org.colophon.port.StepRunner.StepObserver;

/** What a house does around its steps, for tests that open one without the program. */
public final class Onlooker {
    private final List<String> said = new ArrayList<>();
    private final Troubles troubles = new Troubles(said::add);
    private final Outcomes outcomes;

    /** Watches the steps of a house whose ports these are. */
    public Onlooker(Ports ports) {
        this.outcomes = new Outcomes(ports, item -> {}, troubles, new StepMeters());
    }

    /** Told of every attempt, as in a running service. */
    public StepObserver observer() {
        return outcomes;
    }

    /** What stands in the way now, as health has it; null when nothing does. */
    public String trouble() {
        return troubles.first();
    }

    /** Whether this part is known to be away. */
    public boolean standing(String what) {
        return troubles.standing(what);
    }

    /** What whoever started the service was told, oldest first. */
    public List<String> said() {
        return List.copyOf(said);
    }

    /** What the sole owner of a home does first. */
    public static void takeOver(Ports ports) {
        ports.ledger().abandonAll();
        new Cleaning(ports).releaseWhatIsSettled();
    }
}
