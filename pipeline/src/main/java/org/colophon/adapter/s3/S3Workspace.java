package org.colophon.adapter.s3;

import io.minio.MinioClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.colophon.adapter.ocfl.StoreClients;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.adapter.workspace.FolderWorkspace;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.colophon.port.Workspace;

/**
 * A workspace that many machines share: objects {@code {id}/{SHA-512}} in a bucket, and on each machine a folder with
 * those it lately worked on. A file is in the bucket before its digests are given out; what comes back is compared with
 * them.
 */
public final class S3Workspace implements Workspace {
    /** Longer than any worker may take for a page without an operator's wish. */
    private static final Duration REST = Duration.ofMinutes(10);

    private final WorkBucket bucket;
    private final FolderWorkspace folder;
    private final WorkCache cache;

    /**
     * The house's own bucket {@code colophon-work} of a store; nothing is sent yet.
     *
     * @param folder of this process alone; what an earlier one left there is deleted
     * @param most bytes of the folder, unless more is in use
     */
    public static S3Workspace at(StoreEndpoint store, Path folder, long most) {
        return new S3Workspace(StoreClients.connect(store), "colophon-work", folder, most, REST);
    }

    /** @param rest how long a file must not have been asked for before it may leave the folder */
    S3Workspace(MinioClient client, String bucket, Path folder, long most, Duration rest) {
        this.bucket = new WorkBucket(client, bucket);
        this.folder = new FolderWorkspace(folder);
        this.cache = new WorkCache(this.folder, most, rest);
    }

    @Override
    public Fixity copyIn(ItemId item, InputStream bytes) {
        return share(item, folder.copyIn(item, bytes));
    }

    @Override
    public Fixity keep(ItemId item, Path made) {
        return share(item, folder.keep(item, made));
    }

    private Fixity share(ItemId item, Fixity fixity) {
        bucket.put(key(item, fixity), folder.fetch(item, fixity));
        cache.added(item, fixity);
        return fixity;
    }

    @Override
    public Path fetch(ItemId item, Fixity fixity) {
        return cache.find(item, fixity).orElseGet(() -> download(item, fixity));
    }

    private Path download(ItemId item, Fixity fixity) {
        String key = key(item, fixity);
        Fixity came;
        try (InputStream bytes = bucket.open(key)) {
            came = folder.copyIn(item, bytes);
        } catch (IOException | UncheckedIOException e) {
            throw bucket.unavailable("read " + key, e);
        }
        Path path = cache.added(item, came);
        if (!came.equals(fixity)) {
            throw new UnavailableException(
                    "store",
                    "the workspace gave other bytes for " + key + " than were put there: SHA-512 " + came.sha512()
                            + ", " + came.size() + " bytes instead of " + fixity.size()
                            + "; something else writes to this bucket, or the store is broken",
                    null);
        }
        return path;
    }

    @Override
    public boolean holds(ItemId item, Fixity fixity) {
        return bucket.size(key(item, fixity))
                .filter(size -> size == fixity.size())
                .isPresent();
    }

    @Override
    public List<ItemId> items() {
        return bucket.folders().stream().filter(ItemId::fits).map(ItemId::new).toList();
    }

    @Override
    public Path scratch(ItemId item, String purpose) {
        return cache.scratch(item, purpose);
    }

    @Override
    public void discard(Path scratch) {
        cache.discard(scratch);
    }

    /** {@inheritDoc} On other machines it may lie until their folders are full. */
    @Override
    public void release(ItemId item) {
        bucket.deleteAll(item.name());
        cache.release(item);
    }

    /** Bytes free on this machine: the store's own are not known. */
    @Override
    public long freeBytes() {
        return folder.freeBytes();
    }

    private static String key(ItemId item, Fixity fixity) {
        return item.name() + "/" + fixity.sha512();
    }
}
