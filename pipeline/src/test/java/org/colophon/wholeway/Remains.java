package org.colophon.wholeway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.colophon.item.SourcePath;
import org.sqlite.SQLiteConfig;

/**
 * What lies in a home, as anybody sees it who may read its ledger, its folders and its store's folder. Nothing of the
 * program is asked, and nothing is written.
 */
public final class Remains implements AutoCloseable {
    private static final int BUSY_MILLIS = 300;

    private final Path home;
    private final Path ledger;
    private Connection connection;

    private Remains(Path home, Path ledger) {
        this.home = home;
        this.ledger = ledger;
    }

    /** Of a home that may be at work. */
    public static Remains watched(Path home) {
        return new Remains(home, home.resolve("ledger.db"));
    }

    /** Of a home whose processes are dead; its ledger is read from a copy, so that recovery is left to the next start. */
    public static Remains ofTheDead(Path home) {
        try {
            Path copy = Files.createTempDirectory("remains");
            for (String name : List.of("ledger.db", "ledger.db-wal")) {
                if (Files.exists(home.resolve(name))) {
                    Files.copy(home.resolve(name), copy.resolve(name));
                }
            }
            return new Remains(home, copy.resolve("ledger.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path home() {
        return home;
    }

    /** Whether a question to the ledger has an answer; false as long as there is no ledger. */
    boolean any(String question) throws SQLException {
        return !rows(question).isEmpty();
    }

    /** All answers to a question, each column as text. */
    public List<List<String>> rows(String question) throws SQLException {
        if (connection == null) {
            if (!Files.exists(ledger)) {
                return List.of();
            }
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            config.setBusyTimeout(BUSY_MILLIS);
            connection = config.createConnection("jdbc:sqlite:" + ledger.toAbsolutePath());
        }
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answers = statement.executeQuery()) {
            List<List<String>> rows = new ArrayList<>();
            while (answers.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= answers.getMetaData().getColumnCount(); column++) {
                    row.add(answers.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Where an item lay in its inbox. */
    static Path source(String uri) {
        return new SourcePath(uri).path();
    }

    /** Where an item's folder is found after a move, in one of the three folders; null when it is not there. */
    Path moved(Path source) {
        Path place = home.resolve("inbox").relativize(source);
        return Stream.of("done", "rejected", "duplicate")
                .map(folder -> home.resolve(folder).resolve(place))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    /** The note about something that was settled; whichever of the three it is. */
    static boolean hasNote(Path place) {
        Path beside = Files.isDirectory(place) ? place.resolve("x") : place;
        String before = Files.isDirectory(place) ? "" : place.getFileName() + ".";
        return Stream.of("RECEIPT.txt", "WHY.txt", "DUPLICATE.txt")
                .anyMatch(note -> Files.exists(beside.resolveSibling(before + note)));
    }

    /** The folder of an object in the archive (OCFL layout 0003), or null. */
    Path stored(String ark) {
        String hash = Digests.sha256(ark.getBytes(StandardCharsets.UTF_8));
        Path fan = home.resolve("store")
                .resolve("colophon-archive")
                .resolve(hash.substring(0, 3))
                .resolve(hash.substring(3, 6))
                .resolve(hash.substring(6, 9));
        List<Path> objects = list(fan);
        return objects.isEmpty() ? null : objects.get(0);
    }

    /** What lies in a folder; nothing when it is not there. */
    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            // It was moved away while it was looked at.
            return List.of();
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
