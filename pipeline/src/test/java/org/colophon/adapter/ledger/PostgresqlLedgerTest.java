package org.colophon.adapter.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contracts of the ledger on a real PostgreSQL. */
class PostgresqlLedgerTest {

    /** The database all others are copies of: migrating each would take longer than what is tested with it. */
    private static final String MIGRATED = "migrated";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        // Durability is the server's own affair; nothing here kills it.
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        execute("create database " + MIGRATED);
        opened(MIGRATED, new MovingClock()).close();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /** A database of its own for each test, by whose clock time passes as the test says. */
    private static LedgerDatabase open(MovingClock clock) throws IOException {
        String name = "ledger_" + DATABASES.incrementAndGet();
        execute("create database " + name + " template " + MIGRATED);
        return opened(name, clock);
    }

    private static void execute(String order) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(order);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static LedgerDatabase opened(String name, MovingClock clock) {
        return LedgerDatabase.postgresql(
                server.getJdbcUrl("postgres", name),
                "postgres",
                "postgres",
                session -> DatabaseClock.ofPostgresql().millis(session) + clock.ahead());
    }

    @Nested
    class Intake extends IntakeContract {
        @Override
        LedgerDatabase open() throws IOException {
            return PostgresqlLedgerTest.open(clock);
        }
    }

    @Nested
    class Work extends WorkContract {
        @Override
        LedgerDatabase open() throws IOException {
            return PostgresqlLedgerTest.open(clock);
        }
    }

    @Nested
    class Leases extends LeaseContract {
        @Override
        LedgerDatabase open() throws IOException {
            return PostgresqlLedgerTest.open(clock);
        }
    }

    @Nested
    class Comparison extends ComparisonContract {
        @Override
        LedgerDatabase open() throws IOException {
            return PostgresqlLedgerTest.open(clock);
        }
    }

    @Nested
    class Watches extends WatchContract {
        @Override
        LedgerDatabase open() throws IOException {
            return PostgresqlLedgerTest.open(clock);
        }
    }

    @Nested
    class People extends DecisionContract {
        @Override
        LedgerDatabase open() throws IOException {
            return PostgresqlLedgerTest.open(clock);
        }
    }

    @Nested
    class Questions extends HistoryContract {
        @Override
        LedgerDatabase open() throws IOException {
            return PostgresqlLedgerTest.open(clock);
        }
    }

    @Nested
    class Crowd extends CrowdContract {
        @Override
        LedgerDatabase open() throws IOException {
            return PostgresqlLedgerTest.open(clock);
        }
    }
}
