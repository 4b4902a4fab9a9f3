package org.colophon.app;

import java.time.Duration;
import org.colophon.Pipeline;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.intake.Intake;
import org.colophon.intake.IntakeConfig;
import org.colophon.item.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inboxes of a service, watched by nobody else as long as this is open. */
final class Watching implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final InboxLocks locks;
    private final Intake intake;

    private Watching(InboxLocks locks, Intake intake) {
        this.locks = locks;
        this.intake = intake;
    }

    /** @throws StartRefusedException when another home watches one of them */
    static Watching open(Home home, Settings settings, Pipeline pipeline) {
        // Those who share a ledger settle it there: the second stands by for the first.
        InboxLocks locks = settings.get(Keys.LEDGER_URL).isEmpty()
                ? InboxLocks.take(home, settings.collections())
                : InboxLocks.none();
        return new Watching(locks, pipeline.intake(settings.collections(), config(settings)));
    }

    /** How objects are taken in, as configured. */
    static IntakeConfig config(Settings settings) {
        Duration quiet = settings.get(Keys.INBOX_QUIET);
        Duration ofFiles = Duration.ofSeconds(10);
        return new IntakeConfig(
                quiet,
                quiet.compareTo(ofFiles) < 0 ? quiet : ofFiles,
                settings.get(Keys.INBOX_GIVE_UP),
                settings.get(Keys.INBOX_RESERVE),
                settings.get(Keys.INBOX_OPEN_PAGES),
                settings.get(Keys.IDS_NAAN),
                Distribution.version());
    }

    Intake intake() {
        return intake;
    }

    /** Leaves the inboxes to whoever wants them. */
    @Override
    public void close() {
        try {
            intake.endWatches();
        } catch (UnavailableException e) {
            LOG.warn("the inboxes are free for another intake within a minute only: {}", e.getMessage());
        }
        locks.close();
    }
}
