package org.colophon.port;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;

/**
 * Where an item's files lie while it is worked on, under names made of their own digests. What a method returned is
 * durable: file and folder were fsynced.
 *
 * <p>All methods throw {@link UnavailableException} when the disk or store behind it fails.
 */
public interface Workspace {
    /** Bytes; more than a page's derivatives and a worker's temporary files take. */
    long LITTLE = 32L << 20;

    /** Copies bytes in, hashing on the way (SHA-512 and SHA-256 at first touch). Reads to the end; does not close. */
    Fixity copyIn(ItemId item, InputStream bytes);

    /** Takes over a finished file made in a scratch folder. */
    Fixity keep(ItemId item, Path made);

    /**
     * A local path to read the bytes from; never to be written.
     *
     * @throws UnavailableException when they are not there
     */
    Path fetch(ItemId item, Fixity fixity);

    /** Whether the bytes are there. */
    boolean holds(ItemId item, Fixity fixity);

    /** Items that have files here. */
    List<ItemId> items();

    /** A new, empty folder on the same file system, for one attempt; gone at the latest at the next start. */
    Path scratch(ItemId item, String purpose);

    /** Deletes a scratch folder with all in it. */
    void discard(Path scratch);

    /** The item needs its files no longer: deletes them all, and what attempts that broke off left in scratch folders. */
    void release(ItemId item);

    /** Bytes free where the workspace lies. */
    long freeBytes();

    /**
     * Sees that a worker's failure is the worker's own: on a full disk nobody can write, and no scan is to blame.
     *
     * @param failure what the worker said
     * @throws UnavailableException when there is hardly any room
     */
    default void requireRoom(String failure) {
        long free = freeBytes();
        if (free < LITTLE) {
            throw new UnavailableException(
                    "disk",
                    "a worker failed while the disk of the workspace has " + free / 1024 + " KiB free; make room ("
                            + failure + ")",
                    null);
        }
    }
}
