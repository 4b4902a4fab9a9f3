package org.colophon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;

/**
 * The folder that holds everything of one installation.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

    /** A home at this place, which need not exist yet. */
    public static Home at(Path folder) {
        return new Home(folder.toAbsolutePath().normalize());
    }

    /** Whether Colophon ever worked here. Where the ledger lies elsewhere the lock alone tells. */
    public boolean exists() {
        return Files.exists(ledger()) || Files.isRegularFile(lockFile());
    }

    /**
     * Makes the folders that are missing, and sees that they can be written.
     *
     * @throws StartRefusedException when they cannot
     */
    public void prepare() {
        logInto("colophon");
        for (Path path : List.of(folder, done(), rejected(), duplicate(), work(), store(), index(), logs())) {
            try {
                Files.createDirectories(path);
            } catch (IOException e) {
                throw new StartRefusedException(
                        "the home cannot be used: " + path + " could not be made (" + e.getMessage()
                                + "). Give it to this user, or choose another with --home.",
                        e);
            }
            if (!Files.isWritable(path)) {
                throw new StartRefusedException("the home cannot be used: " + path
                        + " cannot be written. Give it to this user, or choose another with --home.");
            }
        }
    }

    /** Quality profiles of this installation's own. */
    public Path profiles() {
        return folder.resolve("quality");
    }

    /** Has this process's log lines written as the configuration says; has effect until the first line is logged. */
    void logAs(Settings settings) {
        System.setProperty("colophon.log.format", settings.get(Keys.LOG_FORMAT));
    }

    /** Sends this process's log lines to a file of that name; has effect until the first line is logged. */
    void logInto(String name) {
        System.setProperty("colophon.logs", logs().toString());
        System.setProperty("colophon.log", name);
    }

    public Path done() {
        return folder.resolve("done");
    }

    public Path rejected() {
        return folder.resolve("rejected");
    }

    public Path duplicate() {
        return folder.resolve("duplicate");
    }

    public Path work() {
        return folder.resolve("work");
    }

    public Path store() {
        return folder.resolve("store");
    }

    /** Where the embedded store keeps the archive's bucket. */
    Path archive() {
        return store().resolve("colophon-archive");
    }

    public Path storeKeys() {
        return folder.resolve("store-keys.properties");
    }

    public Path index() {
        return folder.resolve("index");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path ledger() {
        return folder.resolve("ledger.db");
    }

    public Path runFile() {
        return folder.resolve("run.json");
    }

    public Path lockFile() {
        return folder.resolve("lock");
    }

    /** The configuration of this home, read after the distribution's. */
    public Path config() {
        return folder.resolve("colophon.yml");
    }
}
