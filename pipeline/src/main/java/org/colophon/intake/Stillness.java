package org.colophon.intake;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether an object has lain unchanged for long enough, as far as looks can tell. Of the time between two looks no more
 * counts than a share: a machine that slept, or a clock that was set, did not watch, and whoever copies slept as well.
 */
final class Stillness {
    private final Duration wanted;
    private final Duration share;
    private Duration counted = Duration.ZERO;
    private Instant last;

    /** @param at of the look that found it changed */
    Stillness(Duration wanted, Instant at) {
        this.wanted = wanted;
        // Rounded up: as many pauses must do as there are shares.
        this.share = wanted.dividedBy(IntakeConfig.LOOKS).plusNanos(1);
        this.last = at;
    }

    /** A look found it as it was. */
    void look(Instant at) {
        Duration pause = Duration.between(last, at);
        last = at;
        if (!pause.isNegative()) {
            counted = counted.plus(pause.compareTo(share) < 0 ? pause : share);
        }
    }

    boolean isReached() {
        return counted.compareTo(wanted) >= 0;
    }
}
