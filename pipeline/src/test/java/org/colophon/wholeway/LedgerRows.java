package org.colophon.wholeway;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What no command tells of a home, read from its ledger beside the service. */
final class LedgerRows {
    private final String url;

    LedgerRows(Path home) {
        this.url = "jdbc:sqlite:file:" + home.resolve("ledger.db").toAbsolutePath() + "?mode=ro";
    }

    /** Attempts by step and outcome, such as {@code examine done}. */
    Map<String, Long> attempts() {
        return counts("select step || ' ' || coalesce(outcome, 'open'), count(*) from attempt group by 1");
    }

    /** Longest attempt of each step, in milliseconds. */
    Map<String, Long> longest() {
        return counts("select step, max(ended - begun) from attempt where ended is not null group by 1");
    }

    /** Milliseconds that the examination of each item took, all pages and attempts together, by the item. */
    Map<String, Long> examined() {
        return counts(
                "select item, sum(ended - begun) from attempt where step = 'examine' and ended is not null group by 1");
    }

    /** How many pages each rule refused. */
    Map<String, Long> refusals() {
        return counts(
                """
                select json_extract(finding.value, '$.rule'), count(*)
                from result, json_each(json_extract(result.json, '$.examination.findings')) finding
                where step = 'examine' and json_extract(finding.value, '$.level') = 'reject'
                group by 1""");
    }

    private Map<String, Long> counts(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, Long> counts = new TreeMap<>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        } catch (SQLException e) {
            throw new AssertionError("the ledger of the home cannot be asked", e);
        }
    }
}
