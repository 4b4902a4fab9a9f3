package org.colophon.worker.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * A folder of plain files that answers a write only when it is durable. Every object is first written below {@link
 * Incoming} and then given its name; parts of multipart uploads stay there too ({@link StagedMultipart}).
 */
final class DurableBlobStore extends StagedMultipart {
    private static final String ANY = "*";

    private final Path root;
    private final Incoming incoming;

    /**
     * Wraps a store of plain files.
     *
     * @param files the store whose folder is {@code root}
     * @param root absolute and normalized, on one file system with all its buckets
     */
    DurableBlobStore(BlobStore files, Path root, Incoming incoming) {
        super(files);
        this.root = root;
        this.incoming = incoming;
    }

    @Override
    public ListBucketsResponse list() {
        ListBucketsResponse all = super.list();
        return all.toBuilder()
                .buckets(all.buckets().stream()
                        .filter(bucket -> !bucket.name().startsWith("."))
                        .toList())
                .build();
    }

    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest request) {
        CreateBucketResponse response = super.createContainer(request);
        sync(root.resolve(request.bucket()));
        return response;
    }

    @Override
    public void deleteBucket(String bucket) {
        super.deleteBucket(bucket);
        sync(root);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        if (isBookkeeping(request.key())) {
            return super.putBlob(request, payload);
        }
        requireBucket(request.bucket());
        if (request.key().endsWith("/")) {
            PutObjectResponse response = super.putBlob(request, payload);
            sync(target(request.bucket(), request.key()));
            return response;
        }
        if (request.ifNoneMatch() != null && !request.ifNoneMatch().equals(ANY)) {
            throw new UnsupportedOperationException("If-None-Match is understood with * only");
        }
        String name = Incoming.freshName();
        PutObjectResponse response = super.putBlob(
                request.toBuilder()
                        .bucket(Incoming.NAME)
                        .key(name)
                        .ifNoneMatch(null)
                        .build(),
                payload);
        publish(name, request.bucket(), request.key(), request.ifNoneMatch() != null);
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        requireBucket(request.destinationBucket());
        String name = Incoming.freshName();
        CopyObjectResponse response = super.copyBlob(request.toBuilder()
                .destinationBucket(Incoming.NAME)
                .destinationKey(name)
                .build());
        publish(name, request.destinationBucket(), request.destinationKey(), false);
        return response;
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        DeleteObjectResponse response = super.removeBlob(request);
        if (!isBookkeeping(request.key())) {
            sync(target(request.bucket(), request.key()).getParent());
        }
        return response;
    }

    @Override
    void publish(String staged, String bucket, String key, boolean claim) {
        Path file = incoming.file(staged);
        Path target = target(bucket, key);
        try {
            if (claim) {
                incoming.claim(file, target);
            } else {
                incoming.place(file, target);
            }
        } catch (FileAlreadyExistsException e) {
            throw S3Exceptions.fromStatusCode(412, e);
        } catch (Incoming.NameTakenException e) {
            throw S3Exceptions.invalidArgument(e.getMessage() + "; choose another key");
        } catch (IOException e) {
            throw new DiskException("cannot store " + bucket + "/" + key, e);
        } finally {
            discard(file);
        }
    }

    /** Best effort only: what stays behind is removed at the next start, and the first failure matters more. */
    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.err.println("could not remove " + file + ": " + e);
        }
    }

    private void requireBucket(String bucket) {
        var unused = headBucket(HeadBucketRequest.builder().bucket(bucket).build());
    }

    /** The file of a key; the same rule as the plain store's, which has checked the name by now. */
    private Path target(String bucket, String key) {
        Path folder = root.resolve(bucket);
        Path target = folder.resolve(key).normalize();
        if (!target.startsWith(folder) || target.equals(folder) || isReserved(folder.relativize(target))) {
            throw S3Exceptions.invalidArgument("the key " + key + " cannot be a file name; choose another key");
        }
        return target;
    }

    /** Names the plain store hides from listings, which nobody could find again. */
    private static boolean isReserved(Path key) {
        return key.getName(0).toString().startsWith(".s3proxy-");
    }

    private void sync(Path folder) {
        try {
            Fsync.way(root, folder);
        } catch (IOException e) {
            throw new DiskException("cannot sync " + folder, e);
        }
    }
}
