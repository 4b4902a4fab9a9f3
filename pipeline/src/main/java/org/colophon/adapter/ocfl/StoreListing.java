package org.colophon.adapter.ocfl;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.messages.Item;
import io.ocfl.core.storage.cloud.CloudObjectKey;
import io.ocfl.core.storage.cloud.ListResult;
import java.util.ArrayList;
import java.util.List;

/** Lists the keys of one bucket below a common prefix. */
final class StoreListing {
    private final MinioClient client;
    private final String bucket;
    private final StoreCalls calls;
    private final CloudObjectKey.Builder keys;
    private final String prefix;

    /** @param prefix common to all keys, without a slash at its end; may be empty */
    StoreListing(MinioClient client, String bucket, String prefix, StoreCalls calls) {
        this.client = client;
        this.bucket = bucket;
        this.calls = calls;
        this.keys = CloudObjectKey.builder().prefix(prefix);
        this.prefix = prefix;
    }

    /** All keys that begin with {@code path}, however deep. */
    ListResult all(String path) {
        return list(full(path), true);
    }

    /** The keys between {@code path/} and the next slash, and the folders there. */
    ListResult folder(String path) {
        return list(folderKey(path), false);
    }

    /**
     * Whether any key lies below {@code path/}. Of the bucket itself only its top is listed: a store of plain files, as
     * ours is, walks all that a listing covers before it names the first key, and that would be the whole archive.
     */
    boolean folderExists(String path) {
        String key = folderKey(path);
        return calls.make("listing " + bucket + "/" + path, () -> {
            for (Result<Item> first : listing(key, !key.isEmpty(), 1)) {
                return first.get() != null;
            }
            return false;
        });
    }

    private String folderKey(String path) {
        String key = full(path);
        return key.isEmpty() || key.endsWith("/") ? key : key + "/";
    }

    /** Unlike {@link CloudObjectKey}'s own joining this keeps a slash at the end, which parts v1 from v10. */
    private String full(String path) {
        return prefix.isEmpty() ? path : prefix + "/" + path;
    }

    private Iterable<Result<Item>> listing(String start, boolean recursive, int page) {
        return client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(start)
                .recursive(recursive)
                .maxKeys(page)
                .build());
    }

    private ListResult list(String start, boolean recursive) {
        return calls.make("listing " + bucket + "/" + start, () -> {
            List<ListResult.ObjectListing> objects = new ArrayList<>();
            List<ListResult.DirectoryListing> folders = new ArrayList<>();
            for (Result<Item> result : listing(start, recursive, 1000)) {
                Item item = result.get();
                String key = item.objectName();
                if (item.isDir()) {
                    folders.add(new ListResult.DirectoryListing()
                            .setPath(keys.buildFromKey(key).getPath()));
                } else if (!key.endsWith("/")) {
                    // A key that ends in a slash is a folder marker some consoles leave; it is no file.
                    objects.add(new ListResult.ObjectListing()
                            .setKey(keys.buildFromKey(key))
                            .setKeySuffix(suffix(key, start)));
                }
            }
            return new ListResult().setObjects(objects).setDirectories(folders);
        });
    }

    /** What of {@code key} comes after {@code start} and the slash behind it, as ocfl-java's own S3 client has it. */
    private static String suffix(String key, String start) {
        int length = start.isEmpty() || start.endsWith("/") ? start.length() : start.length() + 1;
        return key.substring(Math.min(length, key.length()));
    }
}
