package org.colophon.adapter.ocfl;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.Signer;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Makes clients of an S3 store. */
public final class StoreClients {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** A server may assemble a multipart upload for minutes before it answers. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private StoreClients() {}

    /** A client; the caller ends it with {@link #close}. Nothing is sent yet. */
    public static MinioClient connect(StoreEndpoint store) {
        return connect(
                store,
                new OkHttpClient.Builder()
                        .connectTimeout(CONNECT)
                        .readTimeout(SILENCE)
                        .writeTimeout(SILENCE));
    }

    /** A client for small questions: none of its calls takes longer than that. */
    public static MinioClient connect(StoreEndpoint store, Duration longest) {
        return connect(store, new OkHttpClient.Builder().callTimeout(longest));
    }

    private static MinioClient connect(StoreEndpoint store, OkHttpClient.Builder http) {
        http.socketFactory(new PromptSockets());
        if (store.endpoint().getScheme().equals("http") && store.isLoopback()) {
            http.addInterceptor(chain -> chain.proceed(streamed(chain.request(), store)));
        }
        MinioClient client = MinioClient.builder()
                .endpoint(store.endpoint().toString())
                .region(store.region())
                .credentials(store.accessKey(), store.secretKey())
                .httpClient(http.build(), true)
                .build();
        if (!store.pathStyle()) {
            client.enableVirtualStyleEndpoint();
        }
        return client;
    }

    /** Closes a client without waiting for what is under way. */
    public static void close(MinioClient client) {
        try {
            client.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the store's client does not close", e);
        }
    }

    /**
     * Makes the bucket unless it is there.
     *
     * @throws StoreUnreachableException when the store does not answer
     */
    public static void ensureBucket(MinioClient client, String bucket) {
        new StoreCalls().make("making bucket " + bucket, () -> {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
            return null;
        });
    }

    /**
     * Signs a body's request without the body. The embedded store would otherwise hold every body in memory, twice, to
     * check it against the signature; the CRC-32C that the SDK sends along is checked as the bytes stream by.
     */
    private static Request streamed(Request request, StoreEndpoint store) throws IOException {
        if (!request.method().equals("PUT")) {
            return request;
        }
        Request bare = request.newBuilder()
                .removeHeader("Authorization")
                .header("X-Amz-Content-Sha256", UNSIGNED)
                .build();
        try {
            return Signer.signV4S3(bare, store.region(), store.accessKey(), store.secretKey(), UNSIGNED);
        } catch (MinioException e) {
            throw new IOException("cannot sign the request for " + request.url(), e);
        }
    }
}
