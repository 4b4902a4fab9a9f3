package org.colophon.adapter.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of work on a real SQLite file. */
class SqliteWorkTest extends WorkContract {
    @TempDir
    Path home;

    @Override
    LedgerDatabase open() {
        return LedgerDatabase.sqlite(home.resolve("ledger.db"), clock);
    }
}
