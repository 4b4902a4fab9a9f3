package org.colophon.adapter.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contracts of the ledger on a real SQLite file. */
class SqliteLedgerTest {
    @TempDir
    Path home;

    private LedgerDatabase open(MovingClock clock) {
        return LedgerDatabase.sqlite(home.resolve("ledger.db"), clock);
    }

    @Nested
    class Intake extends IntakeContract {
        @Override
        LedgerDatabase open() {
            return SqliteLedgerTest.this.open(clock);
        }
    }

    @Nested
    class Work extends WorkContract {
        @Override
        LedgerDatabase open() {
            return SqliteLedgerTest.this.open(clock);
        }
    }

    @Nested
    class Leases extends LeaseContract {
        @Override
        LedgerDatabase open() {
            return SqliteLedgerTest.this.open(clock);
        }
    }

    @Nested
    class Comparison extends ComparisonContract {
        @Override
        LedgerDatabase open() {
            return SqliteLedgerTest.this.open(clock);
        }
    }

    @Nested
    class Watches extends WatchContract {
        @Override
        LedgerDatabase open() {
            return SqliteLedgerTest.this.open(clock);
        }
    }

    @Nested
    class People extends DecisionContract {
        @Override
        LedgerDatabase open() {
            return SqliteLedgerTest.this.open(clock);
        }
    }

    @Nested
    class Questions extends HistoryContract {
        @Override
        LedgerDatabase open() {
            return SqliteLedgerTest.this.open(clock);
        }
    }

    @Nested
    class Crowd extends CrowdContract {
        @Override
        LedgerDatabase open() {
            return SqliteLedgerTest.this.open(clock);
        }
    }
}
