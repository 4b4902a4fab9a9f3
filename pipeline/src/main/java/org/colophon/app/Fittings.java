package org.colophon.app;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.colophon.item.Task;
import org.colophon.port.Ending;
import org.colophon.port.Ports;
import org.colophon.port.StepRunner.StepObserver;

/**
 * What a caller puts between a house and its steps.
 *
 * @param ports what the steps are given in place of the house's own ports
 * @param observer told of every attempt, after the house itself was
 */
public record Fittings(UnaryOperator<Ports> ports, StepObserver observer) {
    /** Nothing. */
    public static final Fittings NONE = new Fittings(UnaryOperator.identity(), Fittings::nothing);

    private static void nothing(Task task, Ending ending, Duration took) {}
}
