package org.colophon.adapter.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import org.colophon.item.UnavailableException;

/** How the ledger's PostgreSQL is reached: few connections a machine, and none that hangs for ever. */
record PostgresqlServer(String url, String user, String password) {
    private static final int WRITERS = 6;
    private static final int READERS = 4;

    HikariDataSource writers() {
        HikariConfig config = config("ledger-writer", WRITERS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return open(config);
    }

    /** Readers see one state of the ledger throughout a transaction. */
    HikariDataSource readers() {
        HikariConfig config = config("ledger-reader", READERS);
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return open(config);
    }

    private HikariConfig config(String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(10_000);
        // Seconds. A server that vanished without a word is noticed, and the work is tried again.
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    private HikariDataSource open(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new UnavailableException(
                    "database",
                    "The ledger in " + url + " does not answer (" + e.getMessage()
                            + "). Look whether PostgreSQL runs there, and whether address, user and password are"
                            + " right.",
                    e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
