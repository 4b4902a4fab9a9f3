package org.colophon.port;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.colophon.item.Fixity;

/**
 * The archive: OCFL objects in an S3 bucket. Its methods are the primitives of deposit; the rules which of them to use
 * stand in the preserve room (house rules "Deposit").
 *
 * <p>All methods throw {@link org.colophon.item.UnavailableException} when the store does not answer, and {@link
 * ArchiveDamagedException} when what lies there is not what it should be.
 */
public interface Archive {

    /** Looks at what lies there for an object, without trusting any of it. */
    ObjectState look(String ark);

    /** Deletes every key of an object. Only for one without any committed version. */
    void purge(String ark);

    /** Deletes the files of a version that was never committed. */
    void deleteVersion(String ark, int version);

    /** Restores root inventory and sidecar from the newest version folder whose pair agrees. */
    void restoreInventory(String ark);

    /**
     * Puts a version on top of the version before it.
     *
     * @param intent called once with the SHA-512 of the inventory that is about to be put, before the first write
     */
    void put(NewVersion version, Consumer<String> intent);

    /**
     * Reads every file that a version added back from the store and compares it.
     *
     * @return root of the object inside the bucket
     */
    String readBack(String ark, int version, String inventoryDigest);

    /** Opens a file of a version by its logical path. The caller closes it. */
    InputStream open(String ark, int version, String logicalPath);

    /** The logical content of a version, path to SHA-512. */
    Map<String, String> content(String ark, int version);

    /** Writes a version's logical content into a new folder. */
    void exportPackage(String ark, int version, Path target);

    /** Copies the stored object as it lies into a new folder. */
    void exportObject(String ark, Path target);

    /** Adds an immutable file to the object's {@code logs/} (OCFL 1.1 §3.1). Does nothing when it is there already. */
    void log(String ark, String name, byte[] content);

    /** Arks of all objects. */
    List<String> arks();

    /**
     * A version to be put.
     *
     * @param number from 1
     * @param created its creation time, from the ledger
     * @param message why
     * @param files logical path to the local file; files that the version before has under the same path with the same
     *     digest may be left out of {@code local}
     */
    record NewVersion(
            String ark,
            int number,
            Instant created,
            String message,
            Map<String, Fixity> files,
            Map<String, Path> local) {
        public NewVersion {
            files = Map.copyOf(files);
            local = Map.copyOf(local);
        }
    }

    /** What lies in the bucket for an object. */
    sealed interface ObjectState {
        /** Nothing at all. */
        record Absent() implements ObjectState {}

        /** Files, but no version was ever committed. */
        record Uncommitted() implements ObjectState {}

        /**
         * A valid root inventory.
         *
         * @param head newest committed version
         * @param inventoryDigest SHA-512 of the root inventory
         * @param strayVersion number of a version folder beyond the head with files in it; 0 when none
         */
        record Committed(int head, String inventoryDigest, int strayVersion) implements ObjectState {}

        /** Root inventory and sidecar disagree, but a version folder's pair agrees. */
        record Torn(int newestWhole) implements ObjectState {}
    }
}
