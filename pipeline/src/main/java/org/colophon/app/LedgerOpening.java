package org.colophon.app;

import java.time.Duration;
import org.colophon.adapter.ledger.LedgerDatabase;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.item.UnavailableException;

/** Opens the ledger that the configuration names. */
final class LedgerOpening {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private LedgerOpening() {}

    /** Opens it, or says that it does not answer. */
    static LedgerDatabase open(Home home, Settings settings) {
        String url = settings.get(Keys.LEDGER_URL);
        return url.isEmpty()
                ? LedgerDatabase.sqlite(home.ledger())
                : LedgerDatabase.postgresql(url, settings.get(Keys.LEDGER_USER), settings.get(Keys.LEDGER_PASSWORD));
    }

    /** Opens it, waiting as long as it does not answer: a database that starts later than we do is no reason to end. */
    static LedgerDatabase await(Home home, Settings settings, Announcer announcer) {
        while (true) {
            try {
                return open(home, settings);
            } catch (UnavailableException e) {
                announcer.say("The database does not answer: " + e.getMessage() + ". Trying again in "
                        + PAUSE.toSeconds() + " s.");
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("interrupted while waiting for the database", e);
        }
    }
}
