package org.colophon.web.readingroom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.colophon.port.AccessCopies;

/** Access copies in memory. Can be told that the store is down. */
public final class CopiesInMemory implements AccessCopies {
    private final Map<String, byte[]> copies = new TreeMap<>();
    private int answersLeft = Integer.MAX_VALUE;

    /** The store answers so many times more, then no longer. */
    public void downAfter(int answers) {
        this.answersLeft = answers;
    }

    /** Forgets all. */
    public void clear() {
        copies.clear();
        answersLeft = Integer.MAX_VALUE;
    }

    /** Keys of all copies with their bytes. */
    public Map<String, byte[]> all() {
        return copies;
    }

    /** Puts bytes. */
    public void put(ItemId item, int page, Kind kind, byte[] bytes) {
        copies.put(key(item, page, kind), bytes);
    }

    @Override
    public void put(ItemId item, int page, Kind kind, Path file) {
        answering();
        try {
            put(item, page, kind, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<InputStream> open(ItemId item, int page, Kind kind) {
        answering();
        return Optional.ofNullable(copies.get(key(item, page, kind))).map(ByteArrayInputStream::new);
    }

    private void answering() {
        if (answersLeft-- <= 0) {
            throw new UnavailableException("store", "the store does not answer", null);
        }
    }

    private static String key(ItemId item, int page, Kind kind) {
        return item + "/" + page + "/" + kind.file();
    }
}
