package org.colophon.worker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects too large to be held in memory, and uploads that break off. */
class StoreLargeObjectsTest {
    private static final int MIB = 1024 * 1024;

    @TempDir
    static Path folder;

    private static StoreProcess store;
    private static TestBucket bucket;

    @BeforeAll
    static void start() throws Exception {
        store = StoreProcess.start(folder);
        bucket = TestBucket.make(store, folder);
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
    }

    @Test
    void aMultipartUploadIsOneFile() throws Exception {
        Path source = folder.resolve("large.bin");
        byte[] bytes = new byte[150 * MIB];
        new Random(7).nextBytes(bytes);
        Files.write(source, bytes);
        bucket.client()
                .uploadObject(UploadObjectArgs.builder()
                        .bucket(TestBucket.NAME)
                        .object("multi/deep/large.bin")
                        .filename(source.toString(), 64L * MIB)
                        .build());
        assertThat(Files.mismatch(source, bucket.file("multi/deep/large.bin"))).isEqualTo(-1);
        assertThat(bucket.list("multi/", true)).containsExactly("multi/deep/large.bin");
        try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(path -> path.getFileName().toString()))
                    .as("parts and notes are gone")
                    .noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void largeUploadsAtTheSameTimeFitIntoASmallHeap() throws Exception {
        Path source = folder.resolve("parallel.bin");
        Files.write(source, new byte[64 * MIB]);
        ExecutorService uploads = Executors.newFixedThreadPool(4);
        List<Callable<Void>> calls = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            String key = "parallel/" + n;
            calls.add(() -> {
                bucket.client()
                        .uploadObject(UploadObjectArgs.builder()
                                .bucket(TestBucket.NAME)
                                .object(key)
                                .filename(source.toString(), 64L * MIB)
                                .build());
                return null;
            });
        }
        for (Future<Void> done : uploads.invokeAll(calls)) {
            done.get();
        }
        uploads.shutdown();
        assertThat(bucket.list("parallel/", true)).hasSize(4);
    }

    @Test
    void aLargeBodyThatWouldHaveToBeHeldInMemoryIsRefused() throws Exception {
        MinioClient signing = store.clientThatSignsBodies();
        signing.putObject(PutObjectArgs.builder()
                .bucket(TestBucket.NAME)
                .object("signed/small")
                .data(new byte[8 * MIB], 8 * MIB)
                .build());
        assertThatThrownBy(() -> signing.putObject(PutObjectArgs.builder()
                        .bucket(TestBucket.NAME)
                        .object("signed/large")
                        .data(new byte[17 * MIB], 17 * MIB)
                        .build()))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.response().code()).isEqualTo(400));
    }

    @Test
    void aClientThatVanishesInTheMiddleLeavesNoObject() throws Exception {
        URI url = URI.create(bucket.client()
                .getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                        .method(Http.Method.PUT)
                        .bucket(TestBucket.NAME)
                        .object("vanished/half")
                        .build()));
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String head = "PUT " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: "
                    + url.getAuthority() + "\r\nContent-Length: 1000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[500_000]);
            socket.getOutputStream().flush();
            awaitIncoming(true);
        }
        awaitIncoming(false);
        assertThat(bucket.file("vanished")).doesNotExist();
    }

    /** Waits until something lies in the incoming folder, or nothing does. */
    private static void awaitIncoming(boolean something) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Stream<Path> files = Files.list(folder.resolve("store").resolve(Incoming.NAME))) {
                if (files.anyMatch(Files::isRegularFile) == something) {
                    return;
                }
            }
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}
