package org.colophon.app;

import java.nio.file.Files;
import java.nio.file.Path;
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

    /**
     * Opens it for work, waiting as long as it does not answer: a database that starts later than we do is no reason to
     * end. A file that is damaged is one, and so is a ledger that is gone where an archive tells that there was one.
     */
    static LedgerDatabase await(Home home, Settings settings, Announcer announcer) {
        boolean own = settings.get(Keys.LEDGER_URL).isEmpty();
        if (own && isEmpty(home.ledger()) && Files.isDirectory(home.archive())) {
            throw new StartRefusedException("the ledger " + home.ledger() + " is gone, though " + home.archive()
                    + " holds what it told of. Put the newest backup of the ledger in its place"
                    + " (ledger.db.before-… lies beside it, where there was an upgrade).");
        }
        while (true) {
            try {
                if (own) {
                    LedgerDatabase.checkSqlite(home.ledger());
                }
                return open(home, settings);
            } catch (UnavailableException e) {
                announcer.say("The database does not answer: " + e.getMessage() + ". Trying again in "
                        + PAUSE.toSeconds() + " s.");
                pause();
            }
        }
    }

    private static boolean isEmpty(Path ledger) {
        return ledger.toFile().length() == 0;
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
