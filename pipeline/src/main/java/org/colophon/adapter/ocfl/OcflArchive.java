package org.colophon.adapter.ocfl;

import io.ocfl.api.OcflRepository;
import io.ocfl.core.lock.ObjectLock;
import io.ocfl.core.lock.ObjectLockBuilder;
import io.ocfl.core.model.Inventory;
import io.ocfl.core.storage.cloud.CloudClient;
import io.ocfl.core.storage.cloud.KeyNotFoundException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.colophon.port.Archive;
import org.colophon.port.ArchiveDamagedException;

/**
 * The archive as an OCFL 1.1 storage root in a bucket. Nothing is sent before the first question, so that it can be made
 * while the store is away.
 */
public final class OcflArchive implements Archive, AutoCloseable {
    private static final int READERS = 4;
    private static final Pattern LOG_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}");

    private final CloudClient client;
    private final Path work;
    private final ObjectLock lock;
    private final WatchedStorage storage;
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, task -> {
        Thread thread = new Thread(task, "archive-read");
        thread.setDaemon(true);
        return thread;
    });
    private OcflRepository repository;

    /**
     * For the only process that writes to the bucket.
     *
     * @param client closed with the archive
     * @param work an existing folder, on the file system of the workspace so that scans need not be copied
     */
    public OcflArchive(CloudClient client, Path work) {
        this(client, work, (ObjectLock) null);
    }

    /**
     * For one of many processes.
     *
     * @param locks PostgreSQL: holds a lock for each object that is being written
     */
    public OcflArchive(CloudClient client, Path work, DataSource locks) {
        this(client, work, new ObjectLockBuilder().dataSource(locks).build());
    }

    private OcflArchive(CloudClient client, Path work, ObjectLock lock) {
        this.client = client;
        this.work = work;
        this.lock = lock;
        this.storage = new WatchedStorage(new CarefulStorage(client));
    }

    private synchronized OcflRepository repository() {
        if (repository == null) {
            repository =
                    StoreErrors.guard("opening the archive", () -> new StorageRoot(client).open(storage, work, lock));
        }
        return repository;
    }

    private StoredObject object(String ark) {
        repository();
        return new StoredObject(client, ark, storage.objectRootPath(ark));
    }

    @Override
    public ObjectState look(String ark) {
        return StoreErrors.guard("looking at " + ark, () -> object(ark).look());
    }

    @Override
    public void purge(String ark) {
        require(ark, look(ark) instanceof ObjectState.Uncommitted, "only what was never committed is purged");
        StoreErrors.guard("purging " + ark, () -> client.deletePath(object(ark).root()));
    }

    @Override
    public void deleteVersion(String ark, int version) {
        boolean stray = look(ark) instanceof ObjectState.Committed committed && committed.head() < version;
        require(ark, stray, "v" + version + " is not beyond its head");
        StoreErrors.guard(
                "deleting v" + version + " of " + ark,
                () -> client.deletePath(object(ark).root() + "/v" + version));
    }

    @Override
    public void restoreInventory(String ark) {
        if (!(look(ark) instanceof ObjectState.Torn torn)) {
            throw new ArchiveDamagedException(ark + ": its inventory needs no restoring", null);
        }
        StoreErrors.guard("restoring the inventory of " + ark, () -> {
            String root = object(ark).root() + "/";
            String from = root + "v" + torn.newestWhole() + "/";
            client.copyObject(from + StoredObject.INVENTORY, root + StoredObject.INVENTORY);
            client.copyObject(from + StoredObject.SIDECAR, root + StoredObject.SIDECAR);
        });
    }

    private static void require(String ark, boolean holds, String rule) {
        if (!holds) {
            throw new ArchiveDamagedException(ark + ": " + rule + "; nothing was deleted", null);
        }
    }

    @Override
    public void put(NewVersion version, Consumer<String> intent) {
        String what = "putting v" + version.number() + " of " + version.ark();
        Map<String, String> before = version.number() == 1 ? Map.of() : content(version.ark(), version.number() - 1);
        OcflRepository open = repository();
        StoreErrors.guard(what, () -> {
            Path links = Files.createTempDirectory(work, "put-");
            try {
                new Put(version, before, links).into(open, storage, intent);
                return null;
            } finally {
                Trees.delete(links);
            }
        });
    }

    @Override
    public String readBack(String ark, int version, String inventoryDigest) {
        return StoreErrors.guard("reading " + ark + " back", () -> {
            StoredObject object = object(ark);
            new ReadBack(client, readers).compare(ark, object, version, inventoryDigest);
            return client.prefix().isEmpty() ? object.root() : client.prefix() + "/" + object.root();
        });
    }

    @Override
    public InputStream open(String ark, int version, String logicalPath) {
        return StoreErrors.guard("opening " + logicalPath + " of " + ark, () -> {
            Inventory inventory = object(ark).inventory();
            String digest =
                    inventory.ensureVersion(StoredObject.version(version)).getFileId(logicalPath);
            if (digest == null) {
                throw new KeyNotFoundException("version " + version + " has no such file");
            }
            return client.downloadStream(inventory.storagePath(digest));
        });
    }

    @Override
    public Map<String, String> content(String ark, int version) {
        return StoreErrors.guard("reading the inventory of " + ark, () -> {
            Map<String, String> content = new TreeMap<>();
            object(ark)
                    .inventory()
                    .ensureVersion(StoredObject.version(version))
                    .getState()
                    .forEach((digest, paths) -> paths.forEach(path -> content.put(path, digest)));
            return content;
        });
    }

    @Override
    public void exportPackage(String ark, int version, Path target) {
        StoreErrors.guard("exporting v" + version + " of " + ark, () -> {
            Inventory inventory = object(ark).inventory();
            Map<String, String> content = content(ark, version);
            for (Map.Entry<String, String> file : content.entrySet()) {
                try (InputStream in = client.downloadStream(inventory.storagePath(file.getValue()))) {
                    Trees.write(in, target, file.getKey(), file.getValue());
                }
            }
            return null;
        });
    }

    @Override
    public void exportObject(String ark, Path target) {
        StoreErrors.guard("exporting " + ark + " as it lies", () -> {
            StoredObject object = object(ark);
            for (String key : object.keys()) {
                try (InputStream in = client.downloadStream(object.root() + "/" + key)) {
                    Trees.write(in, target, key, null);
                }
            }
            return null;
        });
    }

    @Override
    public void log(String ark, String name, byte[] content) {
        if (!LOG_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not fit for a log's name: " + name);
        }
        StoreErrors.guard("adding to the logs of " + ark, () -> {
            String path = object(ark).root() + "/logs/" + name;
            try {
                client.head(path);
            } catch (KeyNotFoundException e) {
                client.uploadBytes(path, content, "application/xml");
            }
        });
    }

    @Override
    public List<String> arks() {
        return StoreErrors.guard("listing the archive", () -> {
            try (Stream<String> ids = repository().listObjectIds()) {
                return ids.sorted().toList();
            }
        });
    }

    @Override
    public synchronized void close() {
        readers.shutdownNow();
        client.close();
    }
}
