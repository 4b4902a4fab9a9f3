package org.colophon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.colophon.app.Home;
import org.colophon.app.StartRefusedException;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;

/** What must hold before anything is measured. */
public final class BeforeBench {
    /** A pass leaves its masters, their derivatives and their text in the store; another copy is under way. */
    private static final int COPIES_A_PASS = 2;

    private BeforeBench() {}

    /**
     * Sees that there is something to measure, that the home is fresh, with everything embedded, and has room.
     *
     * @throws StartRefusedException when not, with what to do
     */
    public static void check(BenchPlan plan, Home home, Settings settings) {
        if (!Files.exists(plan.path())) {
            throw new StartRefusedException(plan.path() + ": there is nothing; name a folder of scans");
        }
        if (home.exists()) {
            throw new StartRefusedException("the home " + home.folder()
                    + " is in use already, and measuring fills it with items: leave --home out, or name a fresh one");
        }
        boolean elsewhere = settings.get(Keys.STORE_ENDPOINT).isPresent()
                || !settings.get(Keys.LEDGER_URL).isEmpty()
                || !settings.get(Keys.BROKER_URL).isEmpty();
        if (elsewhere) {
            throw new StartRefusedException("bench fills what it works in with items nobody wants, so it works with its"
                    + " own store, ledger and broker only: leave store.endpoint, ledger.url and broker.url unset");
        }
        long needed =
                bytes(plan.path()) * (1L + (long) plan.passes() * COPIES_A_PASS) + settings.get(Keys.INBOX_RESERVE);
        long free = free(home.folder());
        if (free < needed) {
            throw new StartRefusedException("the disk of " + home.folder() + " has " + (free >> 20)
                    + " MiB free, and measuring needs " + (needed >> 20) + ": name a folder with more room by --home, "
                    + "or measure fewer scans");
        }
    }

    private static long bytes(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(BeforeBench::size)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            throw new StartRefusedException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long free(Path folder) {
        Path there = folder;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            throw new StartRefusedException(there + " cannot be used: " + e.getMessage(), e);
        }
    }
}
