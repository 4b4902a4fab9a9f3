package org.colophon.preserve.describe;

import java.util.List;
import org.colophon.item.Event;

/**
 * An event with the objects it concerns.
 *
 * @param sources objects it took
 * @param outcomes objects it gave
 */
record Happening(Event event, List<Identifier> sources, List<Identifier> outcomes) {
    Happening {
        sources = List.copyOf(sources);
        outcomes = List.copyOf(outcomes);
    }

    static Happening to(Event event, Identifier object) {
        return new Happening(event, List.of(object), List.of());
    }
}
