package org.colophon.adapter.ocfl;

import io.ocfl.core.model.Inventory;
import io.ocfl.core.storage.cloud.CloudClient;
import io.ocfl.core.storage.cloud.KeyNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.colophon.item.UnavailableException;
import org.colophon.port.ArchiveDamagedException;

/** Reads what a version added back from the store, every byte, and compares. */
final class ReadBack {
    private final CloudClient client;
    private final ExecutorService readers;

    /** @param readers as many threads as files may be read at a time */
    ReadBack(CloudClient client, ExecutorService readers) {
        this.client = client;
        this.readers = readers;
    }

    /** @param digest SHA-512 that the root inventory must have */
    void compare(String ark, StoredObject object, int version, String digest) throws IOException {
        Inventory inventory = object.inventory();
        if (!inventory.getInventoryDigest().equals(digest)) {
            throw new ArchiveDamagedException(
                    ark + " v" + version + ": the inventory in the store is not the one that was put: SHA-512 "
                            + inventory.getInventoryDigest() + " instead of " + digest,
                    null);
        }
        Map<String, String> expected = added(inventory, version);
        expected.put("v" + version + "/" + StoredObject.INVENTORY, digest);
        Set<String> keys = object.keys();
        keys.removeIf(key -> !key.startsWith("v" + version + "/"));
        keys.remove("v" + version + "/" + StoredObject.SIDECAR);
        keys.removeAll(expected.keySet());
        if (!keys.isEmpty()) {
            throw new ArchiveDamagedException(ark + " v" + version + ": files that nobody put: " + keys, null);
        }
        read(ark, object.root(), expected);
    }

    private static Map<String, String> added(Inventory inventory, int version) {
        Map<String, String> added = new TreeMap<>();
        inventory.getManifest().forEach((digest, paths) -> paths.stream()
                .filter(path -> path.startsWith("v" + version + "/"))
                .forEach(path -> added.put(path, digest)));
        return added;
    }

    private void read(String ark, String root, Map<String, String> expected) {
        List<Future<String>> reads = new ArrayList<>();
        expected.forEach((path, digest) -> reads.add(readers.submit(() -> problem(root + "/" + path, digest))));
        List<String> problems = new ArrayList<>();
        try {
            for (Future<String> read : reads) {
                String problem = read.get();
                if (problem != null) {
                    problems.add(problem);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("store", ark + ": reading it back was interrupted", e);
        } catch (ExecutionException e) {
            throw new UnavailableException(
                    "store", ark + " cannot be read back: " + e.getCause().getMessage(), e.getCause());
        } finally {
            reads.forEach(read -> read.cancel(true));
        }
        if (!problems.isEmpty()) {
            throw new ArchiveDamagedException(ark + ": " + String.join("; ", problems), null);
        }
    }

    private String problem(String path, String expected) throws IOException {
        try (DigestInputStream in = new DigestInputStream(client.downloadStream(path), sha512())) {
            in.transferTo(OutputStream.nullOutputStream());
            String found = HexFormat.of().formatHex(in.getMessageDigest().digest());
            return found.equals(expected) ? null : path + " has SHA-512 " + found + " instead of " + expected;
        } catch (KeyNotFoundException e) {
            return path + " is missing";
        }
    }

    static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-512 is part of every Java platform", e);
        }
    }
}
