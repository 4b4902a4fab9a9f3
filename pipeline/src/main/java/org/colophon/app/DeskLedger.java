package org.colophon.app;

import java.util.Optional;
import org.colophon.adapter.ledger.LedgerDatabase;
import org.colophon.adapter.ledger.OlderLedgerException;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;

/**
 * Opens the ledger for commands beside whoever works with it. Its schema is theirs: a command of a newer release must not
 * change it under a service of an older one.
 */
final class DeskLedger {
    private DeskLedger() {}

    /** To ask only: writes nothing, whatever schema it has. */
    static LedgerDatabase reading(Home home, Settings settings) {
        return asItIs(home, settings, true);
    }

    /** To decide: where nobody works in the home and its ledger is older, it is brought up to date first. */
    static LedgerDatabase deciding(Home home, Settings settings) {
        try {
            return asItIs(home, settings, false);
        } catch (OlderLedgerException e) {
            Optional<HomeLock> lock = isShared(settings) ? Optional.empty() : HomeLock.tryTake(home);
            if (lock.isEmpty()) {
                throw e;
            }
            migrate(home, settings, lock.get());
            return asItIs(home, settings, false);
        }
    }

    private static void migrate(Home home, Settings settings, HomeLock lock) {
        try {
            LedgerOpening.open(home, settings).close();
        } finally {
            lock.close();
        }
    }

    private static LedgerDatabase asItIs(Home home, Settings settings, boolean readOnly) {
        if (isShared(settings)) {
            return LedgerDatabase.postgresqlAsItIs(
                    settings.get(Keys.LEDGER_URL), settings.get(Keys.LEDGER_USER), settings.get(Keys.LEDGER_PASSWORD));
        }
        // An empty file is a ledger that is being made, or was when its process died.
        if (home.ledger().toFile().length() == 0) {
            throw new StartRefusedException("the home " + home.folder()
                    + " has no ledger yet: nothing was ever taken in. Begin with: colophon run --home "
                    + home.folder());
        }
        return LedgerDatabase.sqliteAsItIs(home.ledger(), readOnly);
    }

    private static boolean isShared(Settings settings) {
        return !settings.get(Keys.LEDGER_URL).isEmpty();
    }
}
