package org.colophon.adapter.ocfl;

import io.minio.BucketExistsArgs;
import io.minio.MinioClient;
import io.ocfl.core.storage.cloud.CloudClient;
import io.ocfl.core.storage.cloud.CloudObjectKey;
import io.ocfl.core.storage.cloud.HeadResult;
import io.ocfl.core.storage.cloud.ListResult;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What ocfl-java sees of an S3 bucket, on the MinIO SDK. Paths are relative to the prefix; nothing is tried twice.
 *
 * <p>Besides what {@link CloudClient} declares, every method throws {@link StoreUnreachableException} when the store
 * does not answer or refuses us, and {@link io.ocfl.api.exception.OcflIOException} when it refuses the request as such
 * or a local file cannot be read.
 */
public final class MinioCloudClient implements CloudClient {
    private static final Logger LOG = LoggerFactory.getLogger(MinioCloudClient.class);
    private static final int UPLOADS_AT_ONCE = 4;

    private final MinioClient client;
    private final String bucket;
    private final String prefix;
    private final CloudObjectKey.Builder keys;
    private final StoreReading reading;
    private final StoreWriting writing;
    private final StoreListing listing;
    private final ExecutorService uploads;
    private final StoreCalls calls = new StoreCalls();

    /**
     * Opens a bucket.
     *
     * @param client stays the caller's to close
     * @param bucket must exist
     * @param prefix common to all keys of the storage root; may be empty
     */
    public MinioCloudClient(MinioClient client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix.replaceAll("/+$", "");
        this.keys = CloudObjectKey.builder().prefix(this.prefix);
        this.reading = new StoreReading(client, bucket, calls);
        this.writing = new StoreWriting(client, bucket, calls);
        this.listing = new StoreListing(client, bucket, this.prefix, calls);
        this.uploads = Executors.newFixedThreadPool(UPLOADS_AT_ONCE, task -> {
            Thread thread = new Thread(task, "store-upload");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Ends the upload threads; the client stays open. */
    @Override
    public void close() {
        uploads.shutdown();
    }

    @Override
    public String bucket() {
        return bucket;
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public Future<CloudObjectKey> uploadFileAsync(Path source, String path) {
        return uploadFileAsync(source, path, null);
    }

    @Override
    public Future<CloudObjectKey> uploadFileAsync(Path source, String path, String type) {
        return uploads.submit(() -> uploadFile(source, path, type));
    }

    /** How many calls so far found the store out of reach; to be handed to {@link #unreachableSince} later. */
    public int unreachable() {
        return calls.unreachable();
    }

    /**
     * Why the store was out of reach after {@link #unreachable} told {@code before}, if it was.
     *
     * <p>ocfl-java loses such a failure in two places: a put whose upload failed throws a bare {@code OcflJavaException},
     * and its validator reports a file it could not read as a damaged one. Whoever puts or validates asks here before
     * believing either.
     */
    public Optional<StoreUnreachableException> unreachableSince(int before) {
        return calls.unreachableSince(before);
    }

    @Override
    public CloudObjectKey uploadFile(Path source, String path) {
        return uploadFile(source, path, null);
    }

    @Override
    public CloudObjectKey uploadFile(Path source, String path, String type) {
        return writing.file(source, key(path), type);
    }

    @Override
    public CloudObjectKey uploadBytes(String path, byte[] content, String type) {
        return writing.bytes(content, key(path), type);
    }

    @Override
    public CloudObjectKey copyObject(String from, String to) {
        return writing.copy(key(from), key(to));
    }

    @Override
    public Path downloadFile(String path, Path target) {
        return reading.file(key(path), target);
    }

    @Override
    public InputStream downloadStream(String path) {
        return reading.stream(key(path));
    }

    @Override
    public InputStream downloadStreamRange(String path, String range) {
        return reading.range(key(path), range);
    }

    @Override
    public String downloadString(String path) {
        return reading.string(key(path));
    }

    @Override
    public HeadResult head(String path) {
        return reading.head(key(path));
    }

    @Override
    public ListResult list(String path) {
        return listing.all(path);
    }

    @Override
    public ListResult listDirectory(String path) {
        return listing.folder(path);
    }

    @Override
    public boolean directoryExists(String path) {
        return listing.folderExists(path);
    }

    /** Deletes what lies under {@code path/}: deleting {@code v1} must not take {@code v10} along. */
    @Override
    public void deletePath(String path) {
        writing.delete(listing.all(path.isEmpty() || path.endsWith("/") ? path : path + "/").getObjects().stream()
                .map(ListResult.ObjectListing::getKey)
                .toList());
    }

    @Override
    public void deleteObjects(Collection<String> paths) {
        writing.delete(paths.stream().filter(Objects::nonNull).map(this::key).toList());
    }

    @Override
    public void safeDeleteObjects(String... paths) {
        safeDeleteObjects(List.of(paths));
    }

    @Override
    public void safeDeleteObjects(Collection<String> paths) {
        try {
            deleteObjects(paths);
        } catch (RuntimeException e) {
            // ocfl-java clears up after a failure and must get to throw that one.
            LOG.warn("could not clear up {} objects of {}", paths.size(), bucket, e);
        }
    }

    @Override
    public boolean bucketExists() {
        return calls.make(
                "looking for bucket " + bucket,
                () -> client.bucketExists(
                        BucketExistsArgs.builder().bucket(bucket).build()));
    }

    private CloudObjectKey key(String path) {
        return keys.buildFromPath(path);
    }
}
