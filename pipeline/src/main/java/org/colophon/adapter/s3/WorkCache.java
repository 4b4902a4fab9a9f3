package org.colophon.adapter.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colophon.adapter.workspace.FolderWorkspace;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;

/**
 * What of the bucket lies on this machine, in a folder by digest. Above its bound it drops what was not asked for
 * longest, but nothing that may be in use: what was asked for lately, or belongs to an item that has a scratch folder
 * here. So it may grow beyond the bound for a while.
 */
final class WorkCache {
    private final FolderWorkspace folder;
    private final long most;
    private final long restNanos;
    private final Map<Name, File> files = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Path, ItemId> scratches = new HashMap<>();
    private long bytes;

    /**
     * @param folder emptied: all that lies there lies in the bucket too
     * @param most bytes
     * @param rest how long a file must not have been asked for before it may go
     */
    WorkCache(FolderWorkspace folder, long most, Duration rest) {
        this.folder = folder;
        this.most = most;
        this.restNanos = rest.toNanos();
        folder.items().forEach(folder::release);
    }

    /** A file that lies here. */
    synchronized Optional<Path> find(ItemId item, Fixity fixity) {
        Name name = new Name(item, fixity.sha512());
        File file = files.get(name);
        if (file == null) {
            return Optional.empty();
        }
        if (!folder.holds(item, fixity)) {
            files.remove(name);
            bytes -= file.size();
            return Optional.empty();
        }
        files.put(name, new File(file.path(), file.size(), System.nanoTime()));
        return Optional.of(file.path());
    }

    /** Counts a file that was just put into the folder. */
    synchronized Path added(ItemId item, Fixity fixity) {
        Path path = folder.fetch(item, fixity);
        Name name = new Name(item, fixity.sha512());
        File former = files.put(name, new File(path, fixity.size(), System.nanoTime()));
        bytes += fixity.size() - (former == null ? 0 : former.size());
        shrink(name);
        return path;
    }

    private void shrink(Name newest) {
        long now = System.nanoTime();
        Iterator<Map.Entry<Name, File>> oldest = files.entrySet().iterator();
        while (bytes > most && oldest.hasNext()) {
            Map.Entry<Name, File> entry = oldest.next();
            File file = entry.getValue();
            boolean used = entry.getKey().equals(newest)
                    || now - file.askedFor() < restNanos
                    || scratches.containsValue(entry.getKey().item());
            if (!used) {
                delete(file.path());
                oldest.remove();
                bytes -= file.size();
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UnavailableException("disk", file + " could not be deleted: " + e.getMessage(), e);
        }
    }

    /** Forgets an item's files, and deletes them. */
    void release(ItemId item) {
        synchronized (this) {
            List<Name> gone = new ArrayList<>(files.keySet());
            gone.removeIf(name -> !name.item().equals(item));
            gone.forEach(name -> bytes -= files.remove(name).size());
        }
        folder.release(item);
    }

    Path scratch(ItemId item, String purpose) {
        Path made = folder.scratch(item, purpose);
        synchronized (this) {
            scratches.put(made, item);
        }
        return made;
    }

    void discard(Path scratch) {
        folder.discard(scratch);
        synchronized (this) {
            scratches.remove(scratch);
        }
    }

    private record Name(ItemId item, String sha512) {}

    /** @param askedFor by {@link System#nanoTime} */
    private record File(Path path, long size, long askedFor) {}
}
