package org.colophon.adapter.ocfl;

import io.ocfl.api.DigestAlgorithmRegistry;
import io.ocfl.api.model.VersionNum;
import io.ocfl.core.inventory.InventoryMapper;
import io.ocfl.core.model.Inventory;
import io.ocfl.core.storage.cloud.CloudClient;
import io.ocfl.core.storage.cloud.KeyNotFoundException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colophon.port.Archive.ObjectState;
import org.colophon.port.ArchiveDamagedException;

/** What lies in the bucket for one object, read without trusting any of it. */
final class StoredObject {
    static final String INVENTORY = "inventory.json";
    static final String SIDECAR = INVENTORY + ".sha512";
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,9})/.*", Pattern.DOTALL);

    private final CloudClient client;
    private final String ark;
    private final String root;

    /** @param root where the object lies in the storage root, without a slash at the end */
    StoredObject(CloudClient client, String ark, String root) {
        this.client = client;
        this.ark = ark;
        this.root = root;
    }

    /** All keys, from the object's root. */
    Set<String> keys() {
        return client.list(root + "/").getObjects().stream()
                .map(object -> object.getKey().getPath().substring(root.length() + 1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The root inventory, when it agrees with its sidecar. */
    Inventory inventory() throws IOException {
        return pair("").orElseThrow(() -> new ArchiveDamagedException(
                ark + ": its inventory and the inventory's sidecar are not there or do not agree; verify the object",
                null));
    }

    ObjectState look() throws IOException {
        Set<String> keys = keys();
        if (keys.isEmpty()) {
            return new ObjectState.Absent();
        }
        Optional<Inventory> whole = pair("");
        if (whole.isPresent()) {
            int head = number(whole.get());
            int stray = versions(keys).filter(version -> version > head).min().orElse(0);
            return new ObjectState.Committed(head, whole.get().getInventoryDigest(), stray);
        }
        int newest = newestWhole(keys);
        boolean root = keys.contains(INVENTORY) || keys.contains(SIDECAR);
        if (newest > 1 || (newest == 1 && root)) {
            return new ObjectState.Torn(newest);
        }
        if (versions(keys).anyMatch(version -> version > 1)) {
            throw new ArchiveDamagedException(
                    ark + ": of several versions none has a whole inventory; nothing was changed, look at " + root()
                            + " by hand",
                    null);
        }
        return new ObjectState.Uncommitted();
    }

    String root() {
        return root;
    }

    private int newestWhole(Set<String> keys) throws IOException {
        for (int version : versions(keys).boxed().sorted((a, b) -> b - a).toList()) {
            Optional<Inventory> pair = pair("v" + version + "/");
            if (pair.isPresent() && number(pair.get()) == version && holdsAll(pair.get(), keys)) {
                return version;
            }
        }
        return 0;
    }

    private static boolean holdsAll(Inventory inventory, Set<String> keys) {
        return inventory.getManifest().values().stream().allMatch(keys::containsAll);
    }

    private static IntStream versions(Set<String> keys) {
        return keys.stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .distinct();
    }

    /** Inventory and sidecar of a folder, if they agree and are of this object. */
    private Optional<Inventory> pair(String folder) throws IOException {
        Optional<byte[]> inventory = read(folder + INVENTORY);
        Optional<byte[]> sidecar = read(folder + SIDECAR);
        if (inventory.isEmpty() || sidecar.isEmpty()) {
            return Optional.empty();
        }
        String said = new String(sidecar.get(), StandardCharsets.UTF_8).trim();
        return parse(inventory.get())
                .filter(parsed -> said.matches("(?is)" + parsed.getInventoryDigest() + "\\s+inventory\\.json"))
                .filter(parsed -> parsed.getId().equals(ark));
    }

    private Optional<Inventory> parse(byte[] bytes) {
        try {
            return Optional.of(InventoryMapper.defaultMapper()
                    .read(root, DigestAlgorithmRegistry.sha512, new ByteArrayInputStream(bytes)));
        } catch (RuntimeException e) {
            // Whatever a parser throws at these bytes, they are no inventory: that is the answer, not an error.
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(String path) throws IOException {
        try (InputStream in = client.downloadStream(root + "/" + path)) {
            return Optional.of(in.readAllBytes());
        } catch (KeyNotFoundException e) {
            return Optional.empty();
        }
    }

    private static int number(Inventory inventory) {
        return (int) inventory.getHead().getVersionNum();
    }

    static VersionNum version(int number) {
        return VersionNum.fromInt(number);
    }
}
