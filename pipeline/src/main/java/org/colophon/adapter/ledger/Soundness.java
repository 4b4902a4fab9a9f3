package org.colophon.adapter.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.sqlite.SQLiteException;

/** Whether SQLite's own quick check finds the ledger's file whole (sqlite.org/pragma.html#pragma_quick_check). */
final class Soundness {
    /** SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html). */
    private static final Set<Integer> DAMAGED = Set.of(11, 26);

    private Soundness() {}

    /** @throws LedgerDamagedException when it is not */
    static void check(Path file) {
        try (Connection connection = SqliteFile.writer(file).getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("pragma quick_check(1)")) {
            String said = found.next() ? found.getString(1) : "no answer";
            if (!said.equals("ok")) {
                throw new LedgerDamagedException(file.toString(), said.strip().replaceAll("\\s+", " "), null);
            }
        } catch (SQLException e) {
            if (e instanceof SQLiteException && DAMAGED.contains(e.getErrorCode() & 0xff)) {
                throw new LedgerDamagedException(file.toString(), e.getMessage(), e);
            }
            throw Faults.of(file.toString(), "be checked", e);
        }
    }
}
