package org.colophon.adapter.ledger;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Brings a database to the schema of this release: a backup first, never a step back. */
final class Schema {
    private final Flyway flyway;
    private final String place;

    /**
     * @param serial SQL of a key column that counts itself up
     * @param locations where the migrations lie
     */
    Schema(DataSource source, String serial, String place, String... locations) {
        this.place = place;
        this.flyway = Flyway.configure()
                .dataSource(source)
                .locations(locations)
                .placeholders(Map.of("serial", serial))
                .load();
    }

    /** Makes a copy of the database, named for the schema it has. */
    @FunctionalInterface
    interface Backup {
        void of(String version);
    }

    /**
     * Migrates.
     *
     * @throws NewerLedgerException when the database is ahead of this release
     */
    void migrate(Backup backup) {
        try {
            MigrationVersion known = known();
            MigrationInfo current = flyway.info().current();
            if (current != null) {
                if (current.getVersion().compareTo(known) > 0) {
                    throw new NewerLedgerException(place, current.getVersion().toString(), known.toString());
                }
                if (flyway.info().pending().length > 0) {
                    backup.of(current.getVersion().toString());
                }
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw Faults.ofMigration(place, e);
        }
    }

    /**
     * Sees that the database has exactly the schema of this release; changes nothing.
     *
     * @throws OlderLedgerException when it is behind, or has none
     * @throws NewerLedgerException when it is ahead
     */
    void require() {
        try {
            MigrationVersion known = known();
            MigrationInfo current = flyway.info().current();
            if (current == null) {
                throw new OlderLedgerException(place, "none", known.toString());
            }
            int ahead = current.getVersion().compareTo(known);
            if (ahead > 0) {
                throw new NewerLedgerException(place, current.getVersion().toString(), known.toString());
            }
            if (ahead < 0) {
                throw new OlderLedgerException(place, current.getVersion().toString(), known.toString());
            }
        } catch (FlywayException e) {
            throw Faults.ofMigration(place, e);
        }
    }

    /** The newest schema this release brings along. */
    private MigrationVersion known() {
        MigrationVersion newest = MigrationVersion.EMPTY;
        for (MigrationInfo info : flyway.info().all()) {
            if (info.getScript() != null && isOurs(info) && info.getVersion().compareTo(newest) > 0) {
                newest = info.getVersion();
            }
        }
        return newest;
    }

    private static boolean isOurs(MigrationInfo info) {
        return switch (info.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED, MISSING_SUCCESS, MISSING_FAILED -> false;
            default -> info.getVersion() != null;
        };
    }
}
