package org.colophon.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colophon.adapter.ledger.LedgerDatabase;
import org.colophon.item.FileSeen;
import org.colophon.item.SourcePath;
import org.colophon.port.Ledger;
import org.colophon.port.Sources;
import org.colophon.port.Unsettled;

/**
 * Knows a home again that was moved, or brought here as a copy: objects that were on their way lie in this home's inbox
 * now. Without this, a copy would settle folders of the home it was made from.
 */
final class Whereabouts {
    private final LedgerDatabase database;
    private final Ledger ledger;
    private final Sources sources;

    Whereabouts(LedgerDatabase database, Ledger ledger, Sources sources) {
        this.database = database;
        this.ledger = ledger;
        this.sources = sources;
    }

    /** To be called by the sole owner of a home, before work begins. */
    void update(Home home, HomeLock lock) {
        String here = place(home);
        lock.lastPlace().filter(before -> !before.equals(here)).ifPresent(before -> database.movedHome(before, here));
        // The keys of files are others on another disk, and on some mounts after every restart of the machine.
        ledger.unsettled().forEach(this::renewKeys);
        lock.placed(here);
    }

    private static String place(Home home) {
        return SourcePath.of(home.folder()).uri() + "/";
    }

    private void renewKeys(Unsettled one) {
        List<FileSeen> now = sources.survey(one.item().source().path().path()).seen();
        if (!one.seen().isEmpty() && !Set.copyOf(one.seen()).equals(Set.copyOf(now)) && alike(one.seen(), now)) {
            database.seenAgain(one.item().id(), now);
        }
    }

    /** The same names, sizes and times. A folder's own size is the file system's affair, its time that of copying. */
    private static boolean alike(List<FileSeen> then, List<FileSeen> now) {
        return withoutKeys(then).equals(withoutKeys(now));
    }

    private static Set<FileSeen> withoutKeys(List<FileSeen> seen) {
        boolean file = seen.size() == 1;
        return seen.stream()
                .filter(one -> file || !one.path().isEmpty())
                .map(one -> new FileSeen(one.path(), one.size(), one.modified(), ""))
                .collect(Collectors.toSet());
    }
}
