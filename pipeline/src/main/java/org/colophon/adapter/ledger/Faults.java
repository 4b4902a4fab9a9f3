package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.util.Set;
import org.colophon.item.UnavailableException;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteException;

/** What an {@link SQLException} means. */
final class Faults {
    /** PostgreSQL "Appendix A, error codes": serialization failure, deadlock detected. */
    private static final Set<String> PASSING = Set.of("40001", "40P01");
    /**
     * The same appendix: connection, authorization, unknown database, resources, operator intervention, system error,
     * corruption; and read-only transaction, which a stand-by server answers with.
     */
    private static final Set<String> SERVER = Set.of("08", "28", "3D", "53", "57", "58", "XX", "40");

    private static final String READ_ONLY = "25006";

    private Faults() {}

    /** Whether the same transaction, run again at once, may well go through. */
    static boolean passing(SQLException fault) {
        return PASSING.contains(String.valueOf(fault.getSQLState()));
    }

    /** The exception to throw: unavailable when the database is at fault, else a defect of ours. */
    static RuntimeException of(String place, String purpose, SQLException fault) {
        if (fault instanceof SQLiteException) {
            String advice = advice(fault.getErrorCode());
            return advice == null ? defect(place, purpose, fault) : unavailable(place, purpose, advice, fault);
        }
        String state = fault.getSQLState();
        // The connection pool's own exceptions carry no state: no connection in time, interrupted, closed.
        if (state == null || state.length() < 2 || SERVER.contains(state.substring(0, 2)) || state.equals(READ_ONLY)) {
            return unavailable(
                    place,
                    purpose,
                    "Look whether the database runs, can be reached and has room on its disk; work goes on once it"
                            + " answers.",
                    fault);
        }
        return defect(place, purpose, fault);
    }

    /** The exception to throw when a migration failed. */
    static RuntimeException ofMigration(String place, FlywayException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(place, "bring its schema up to date", sql);
            }
        }
        return new IllegalStateException(
                "The ledger in " + place + " cannot be brought to the schema of this Colophon: " + fault.getMessage(),
                fault);
    }

    /** What to do about a fault of the ledger's file; null when the fault is ours. */
    private static String advice(int code) {
        // The low byte is the primary result code (sqlite.org/rescode.html).
        return switch (code & 0xff) {
            case 5, 6 -> "Another process writes it for long: look which commands run on this home; it is tried again.";
            case 13 -> "Its disk is full: free some space; work goes on by itself then.";
            case 3, 8, 14, 23 -> "Make the file and its folder readable and writable to this user.";
            case 7, 10, 15, 22 -> "Look at the disk it lies on and at the system's log.";
            case 11, 26 -> "The file is damaged: stop Colophon, keep a copy of it, put the newest backup in its place.";
            default -> null;
        };
    }

    private static UnavailableException unavailable(String place, String purpose, String advice, SQLException fault) {
        return new UnavailableException(
                "database",
                "The ledger in " + place + " did not answer while it was to " + purpose + " (" + fault.getMessage()
                        + "). Nothing was changed. " + advice,
                fault);
    }

    private static IllegalStateException defect(String place, String purpose, SQLException fault) {
        return new IllegalStateException(
                "The ledger in " + place + " refused to " + purpose + " (" + fault.getMessage()
                        + "). Nothing was changed. This is a defect of Colophon: please report it with this message.",
                fault);
    }
}
