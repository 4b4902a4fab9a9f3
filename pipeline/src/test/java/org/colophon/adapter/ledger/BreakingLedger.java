package org.colophon.adapter.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A ledger of which a transaction can be made to fail half-way: all its statements are done, then the commit finds the
 * disk full, and SQLite rolls all of it back.
 */
public final class BreakingLedger {
    private BreakingLedger() {}

    /**
     * @param file a ledger of this release, since migrating would take longer than what is tested with it
     * @param breaks asked at each commit whether this is the one that fails
     */
    public static LedgerDatabase sqlite(Path file, Clock clock, BooleanSupplier breaks) {
        return LedgerDatabase.migrated(file, clock, source -> source(source, breaks));
    }

    private static DataSource source(DataSource real, BooleanSupplier breaks) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object given = call(real, method, arguments);
            return given instanceof Connection connection ? connection(connection, breaks) : given;
        });
    }

    private static Connection connection(Connection real, BooleanSupplier breaks) {
        return proxy(Connection.class, (method, arguments) -> {
            boolean commit =
                    method.getName().equals("setAutoCommit") && arguments[0].equals(true) && !real.getAutoCommit();
            if (commit && breaks.getAsBoolean()) {
                real.rollback();
                throw new SQLiteException("[SQLITE_FULL] database or disk is full", SQLiteErrorCode.SQLITE_FULL);
            }
            return call(real, method, arguments);
        });
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments)));
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }
}
