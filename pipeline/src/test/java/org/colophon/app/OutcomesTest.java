package org.colophon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.colophon.app.health.Troubles;
import org.colophon.app.metrics.StepMeters;
import org.colophon.intake.Look;
import org.colophon.item.UnavailableException;
import org.junit.jupiter.api.Test;

/** What stands in the way of a command that waits for its objects. */
class OutcomesTest {
    private final Outcomes outcomes = new Outcomes(null, item -> {}, new Troubles(line -> {}), new StepMeters());

    @Test
    void whatIntakeWaitsForStandsInTheWayUntilALookFindsItBack() {
        UnavailableException away = new UnavailableException("store", "The store does not answer.", null);
        new Look(1, 0, List.of(), away).tell(outcomes);
        assertThat(outcomes.stuckFor(Duration.ZERO)).isEqualTo("The store does not answer.");
        assertThat(outcomes.stuckFor(Duration.ofMinutes(2))).isNull();
        new Look(1, 0, List.of(), null).tell(outcomes);
        assertThat(outcomes.stuckFor(Duration.ZERO)).isNull();
    }
}
