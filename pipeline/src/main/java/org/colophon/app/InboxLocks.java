package org.colophon.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.colophon.item.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to take scans out of inboxes that lie outside the home: two homes would take every object twice, each into an
 * archive of its own. Within one ledger a watch does the same; this is for those who do not know of each other. The
 * operating system gives it back when the process dies.
 */
final class InboxLocks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InboxLocks.class);
    private static final String NAME = ".colophon-lock";

    private final List<FileChannel> held = new ArrayList<>();

    private InboxLocks() {}

    /** None at all. */
    static InboxLocks none() {
        return new InboxLocks();
    }

    /**
     * Takes them all, or none.
     *
     * @throws StartRefusedException when another home has one of them, or it lies in another home
     */
    static InboxLocks take(Home home, List<Collection> collections) {
        InboxLocks locks = new InboxLocks();
        try {
            for (Collection collection : collections) {
                locks.take(home, collection.inbox());
            }
            return locks;
        } catch (RuntimeException e) {
            locks.close();
            throw e;
        }
    }

    private void take(Home home, Path inbox) {
        if (isWithin(home, inbox)) {
            return;
        }
        FileChannel channel = open(inbox.resolve(NAME));
        held.add(channel);
        if (!locked(inbox, channel)) {
            throw new StartRefusedException("another Colophon with a home of its own watches the inbox " + inbox
                    + ": every object would be taken twice. Stop that one, or give each an inbox of its own.");
        }
    }

    /** Whether an inbox lies in this home; by the folders themselves, whatever links lead to them. */
    private static boolean isWithin(Home home, Path inbox) {
        try {
            Path real = inbox.toRealPath();
            if (real.startsWith(home.folder().toRealPath())) {
                return true;
            }
            if (real.getParent() != null && Home.at(real.getParent()).exists()) {
                throw new StartRefusedException("the inbox " + inbox + " belongs to the home " + real.getParent()
                        + ": start Colophon with that home, or choose another folder (inbox.path)");
            }
            return false;
        } catch (IOException e) {
            throw new StartRefusedException("the inbox " + inbox + " cannot be used: " + e, e);
        }
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartRefusedException(
                    file + " cannot be written (" + e + "), so nobody can tell whether another Colophon watches this"
                            + " inbox. Give it to this user; if no other one watches it, delete it.",
                    e);
        }
    }

    private static boolean locked(Path inbox, FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            // Not every network share knows locks; that is no reason to leave its scans lying.
            LOG.warn(
                    "the inbox {} cannot be locked ({}): see that no other Colophon watches it", inbox, e.getMessage());
            return true;
        }
    }

    @Override
    public void close() {
        for (FileChannel channel : held) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warn("the lock of an inbox could not be given back: {}", e.getMessage());
            }
        }
        held.clear();
    }
}
