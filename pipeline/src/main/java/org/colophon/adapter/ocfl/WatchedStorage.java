package org.colophon.adapter.ocfl;

import io.ocfl.core.model.Inventory;
import io.ocfl.core.storage.DefaultOcflStorage;
import io.ocfl.core.storage.DefaultOcflStorageInitializer;
import io.ocfl.core.storage.common.Storage;
import io.ocfl.core.util.ObjectMappers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Shows the inventory of a version that is about to be put, before the first byte of it is written. */
final class WatchedStorage extends DefaultOcflStorage {
    private final Map<String, Consumer<Inventory>> watchers = new ConcurrentHashMap<>();

    WatchedStorage(Storage storage) {
        super(storage, true, new DefaultOcflStorageInitializer(storage, ObjectMappers.prettyPrintMapper()));
    }

    /** Does work that puts a version of one object, showing its inventory. */
    void watching(String ark, Consumer<Inventory> shown, Runnable work) {
        if (watchers.putIfAbsent(ark, shown) != null) {
            throw new IllegalStateException(ark + " is being put by another thread: its lease was lost");
        }
        try {
            work.run();
        } finally {
            watchers.remove(ark);
        }
    }

    @Override
    public void storeNewVersion(Inventory inventory, Path staging, boolean upgrade) {
        watchers.get(inventory.getId()).accept(inventory);
        super.storeNewVersion(inventory, staging, upgrade);
    }
}
