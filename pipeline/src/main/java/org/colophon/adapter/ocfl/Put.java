package org.colophon.adapter.ocfl;

import io.ocfl.api.DigestAlgorithmRegistry;
import io.ocfl.api.OcflObjectUpdater;
import io.ocfl.api.OcflOption;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.model.Inventory;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.colophon.item.Fixity;
import org.colophon.item.UnavailableException;
import org.colophon.port.Archive;
import org.colophon.port.ArchiveDamagedException;

/** Puts one version. Local files are only read: ocfl-java moves what it is given, so it is given links or copies. */
final class Put {
    private static final String USER = "Colophon";
    private static final String USER_ADDRESS = "urn:x-colophon:deposit";

    private final Archive.NewVersion version;
    private final Map<String, String> before;
    private final Path links;
    private int linked;

    /**
     * @param before content of the version before, path to SHA-512; empty for the first
     * @param links an empty folder, deleted by the caller
     */
    Put(Archive.NewVersion version, Map<String, String> before, Path links) {
        this.version = version;
        this.before = before;
        this.links = links;
    }

    void into(OcflRepository repository, WatchedStorage storage, Consumer<String> intent) {
        // Pinned to the version before; of a new object, whose head is none, the check below holds the number.
        ObjectVersionId onto = version.number() == 1
                ? ObjectVersionId.head(version.ark())
                : ObjectVersionId.version(version.ark(), StoredObject.version(version.number() - 1));
        VersionInfo info = new VersionInfo()
                .setCreated(version.created().atOffset(ZoneOffset.UTC))
                .setMessage(version.message())
                .setUser(USER, USER_ADDRESS);
        storage.watching(
                version.ark(),
                inventory -> {
                    check(inventory);
                    intent.accept(inventory.getInventoryDigest());
                },
                () -> repository.updateObject(onto, info, this::fill));
    }

    private void fill(OcflObjectUpdater updater) {
        before.keySet().stream()
                .filter(path -> !version.files().containsKey(path))
                .forEach(updater::removeFile);
        new TreeMap<>(version.files()).forEach((path, fixity) -> {
            if (!fixity.sha512().equals(before.get(path))) {
                add(updater, path, fixity);
            }
        });
    }

    private void add(OcflObjectUpdater updater, String path, Fixity fixity) {
        Path file = version.local().get(path);
        if (file == null) {
            throw new IllegalArgumentException(version.ark() + ": " + path + " is new and has no local file");
        }
        updater.addPath(link(file), path, OcflOption.MOVE_SOURCE, OcflOption.OVERWRITE);
        // Reads the bytes again, so that a file that changed since first touch is found before it is put.
        updater.addFileFixity(path, DigestAlgorithmRegistry.sha256, fixity.sha256());
    }

    private Path link(Path file) {
        Path link = links.resolve(String.valueOf(++linked));
        try {
            try {
                return Files.createLink(link, file.toRealPath());
            } catch (UnsupportedOperationException | FileSystemException e) {
                return Files.copy(file, link);
            }
        } catch (IOException e) {
            throw new UnavailableException(
                    "disk", version.ark() + ": " + file + " cannot be linked or copied: look at the disk", e);
        }
    }

    /** Nothing else than what was asked for is put, and under no other number. */
    private void check(Inventory inventory) {
        Map<String, String> staged = new HashMap<>();
        inventory
                .getHeadVersion()
                .getState()
                .forEach((digest, paths) -> paths.forEach(path -> staged.put(path, digest)));
        Map<String, String> asked = new HashMap<>();
        version.files().forEach((path, fixity) -> asked.put(path, fixity.sha512()));
        if (!StoredObject.version(version.number()).equals(inventory.getHead()) || !staged.equals(asked)) {
            throw new ArchiveDamagedException(
                    version.ark() + " v" + version.number()
                            + ": what would be put is not what was asked for; a local file may have changed. Nothing was"
                            + " written",
                    null);
        }
    }
}
