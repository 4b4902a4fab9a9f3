package org.colophon.app.health;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.colophon.app.Lately;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Which parts this machine needs and whether each can be worked with: it answers when asked, and it holds no task up. All
 * are asked at once, so that the page takes no longer than its slowest part may.
 */
public final class Vitals implements AutoCloseable {
    /** How long an answer stands: a page of monitors must not become a load. */
    public static final Duration FRESH = Duration.ofSeconds(4);
    /** How long one is waited for. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ExecutorService askers = Lately.askers();
    private final Map<Part, PartWatch> watches = new EnumMap<>(Part.class);
    private final Troubles troubles;

    /**
     * @param questions one for each part that this machine needs
     * @param troubles what the steps met
     */
    public Vitals(Map<Part, PartQuestion> questions, Troubles troubles) {
        this(questions, troubles, FRESH, PATIENCE);
    }

    Vitals(Map<Part, PartQuestion> questions, Troubles troubles, Duration fresh, Duration patience) {
        this.troubles = troubles;
        questions.forEach((part, question) -> watches.put(
                part, new PartWatch(part, question, fresh, patience, askers, () -> troubles.back(part.word()))));
    }

    /** The parts that this machine needs. */
    public Set<Part> parts() {
        return watches.keySet();
    }

    /** Whether a part can be worked with. Waits {@link #PATIENCE} at most. */
    public boolean up(Part part) {
        watches.values().forEach(PartWatch::refresh);
        return watches.get(part).answers() && !troubles.standing(part.word());
    }

    /** Adds an indicator a part to the health page. It says no more than up or down: anybody may ask for it. */
    public void show(GenericApplicationContext context) {
        for (Part part : parts()) {
            context.registerBean(
                    part.word() + "HealthIndicator",
                    HealthIndicator.class,
                    () -> () -> (up(part) ? Health.up() : Health.down()).build());
        }
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }
}
