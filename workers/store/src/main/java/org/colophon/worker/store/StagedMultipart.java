package org.colophon.worker.store;

import java.io.InputStream;
import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Keeps the parts of multipart uploads, and S3Proxy's own notes about them, out of the buckets: they lie in {@link
 * Incoming}, under the name {@code bucket/key}, until the upload is completed. An upload does not outlive the process.
 */
abstract class StagedMultipart extends ForwardingBlobStore {
    private static final List<String> BOOKKEEPING = List.of(".mpus-", ".s3proxy-mpu-stub-");

    private final Object completing = new Object();

    StagedMultipart(BlobStore files) {
        super(files);
    }

    /** Gives a staged object its place in its bucket, durably; with {@code claim} only when the place is free. */
    abstract void publish(String staged, String bucket, String key, boolean claim);

    /** Whether a key is one of S3Proxy's own, which never names an object of a client. */
    static boolean isBookkeeping(String key) {
        return BOOKKEEPING.stream().anyMatch(key::startsWith);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        var unused =
                headBucket(HeadBucketRequest.builder().bucket(request.bucket()).build());
        MultipartUpload upload = super.initiateMultipartUpload(staged(request));
        return new MultipartUpload(upload.id(), request, upload.response());
    }

    @Override
    public UploadPartResponse uploadMultipartPart(MultipartUpload upload, UploadPartRequest request, InputStream part) {
        return super.uploadMultipartPart(staged(upload), request, part);
    }

    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        return super.listMultipartUpload(staged(upload));
    }

    @Override
    public void abortMultipartUpload(MultipartUpload upload) {
        super.abortMultipartUpload(staged(upload));
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        MultipartUpload staged = staged(upload);
        // Two uploads of one key are assembled under one staged name.
        synchronized (completing) {
            CompleteMultipartUploadResponse response = super.completeMultipartUpload(
                    staged, request.toBuilder().ifNoneMatch(null).build());
            publish(staged.blobName(), upload.containerName(), upload.blobName(), request.ifNoneMatch() != null);
            return response;
        }
    }

    @Override
    public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(String bucket) {
        String prefix = bucket + "/";
        return super.listMultipartUploads(Incoming.NAME).stream()
                .filter(upload -> upload.key().startsWith(prefix))
                .map(upload -> upload.toBuilder()
                        .key(upload.key().substring(prefix.length()))
                        .build())
                .toList();
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        return super.putBlob(
                request.toBuilder()
                        .bucket(home(request.bucket(), request.key()))
                        .build(),
                payload);
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        return super.getBlob(request.toBuilder()
                .bucket(home(request.bucket(), request.key()))
                .build());
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        return super.blobMetadata(request.toBuilder()
                .bucket(home(request.bucket(), request.key()))
                .build());
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return super.removeBlob(request.toBuilder()
                .bucket(home(request.bucket(), request.key()))
                .build());
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key) {
        return super.getBlobAccess(home(bucket, key), key);
    }

    private static String home(String bucket, String key) {
        return isBookkeeping(key) ? Incoming.NAME : bucket;
    }

    private static MultipartUpload staged(MultipartUpload upload) {
        return new MultipartUpload(upload.id(), staged(upload.request()), upload.response());
    }

    private static CreateMultipartUploadRequest staged(CreateMultipartUploadRequest request) {
        return request.toBuilder()
                .bucket(Incoming.NAME)
                .key(request.bucket() + "/" + request.key())
                .build();
    }
}
