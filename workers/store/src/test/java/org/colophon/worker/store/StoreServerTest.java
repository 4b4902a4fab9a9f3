package org.colophon.worker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.DeleteRequest;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

class StoreServerTest {
    private static final String BUCKET = "colophon-archive";
    private static final int MIB = 1024 * 1024;

    @TempDir
    static Path folder;

    private static StoreProcess store;
    private static MinioClient client;

    @BeforeAll
    static void start() throws Exception {
        store = StoreProcess.start(folder);
        client = store.client();
        client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
    }

    @Test
    void anObjectLiesAsAPlainFileUnderItsKey() throws Exception {
        put("plain/a/b/object.txt", "read me");
        assertThat(file("plain/a/b/object.txt")).hasContent("read me");
        assertThat(get("plain/a/b/object.txt")).isEqualTo("read me");
        assertThat(client.statObject(StatObjectArgs.builder()
                                .bucket(BUCKET)
                                .object("plain/a/b/object.txt")
                                .build())
                        .size())
                .isEqualTo(7);
    }

    @Test
    void aSecondPutReplacesTheFirst() throws Exception {
        put("twice", "one");
        put("twice", "two, longer");
        assertThat(get("twice")).isEqualTo("two, longer");
    }

    @Test
    void aRangeIsRead() throws Exception {
        put("range", "0123456789");
        try (InputStream in = client.getObject(GetObjectArgs.builder()
                .bucket(BUCKET)
                .object("range")
                .offset(2L)
                .length(3L)
                .build())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("234");
        }
    }

    @Test
    void listingsShowObjectsAndNothingElse() throws Exception {
        put("list/x/1", "1");
        put("list/x/2", "2");
        put("list/y", "3");
        assertThat(list("list/", true)).containsExactly("list/x/1", "list/x/2", "list/y");
        assertThat(list("list/", false)).containsExactlyInAnyOrder("list/x/", "list/y");
        assertThat(client.listBuckets())
                .extracting(bucket -> bucket.name())
                .contains(BUCKET)
                .doesNotContain(Incoming.NAME);
    }

    @Test
    void aCopyIsAnObjectOfItsOwn() throws Exception {
        put("copy/from", "the same");
        client.copyObject(CopyObjectArgs.builder()
                .bucket(BUCKET)
                .object("copy/deep/to")
                .source(SourceObject.builder()
                        .bucket(BUCKET)
                        .object("copy/from")
                        .build())
                .build());
        put("copy/from", "changed");
        assertThat(get("copy/deep/to")).isEqualTo("the same");
    }

    @Test
    void aRemovedObjectLeavesNoEmptyFolder() throws Exception {
        put("gone/a/b", "x");
        client.removeObject(
                RemoveObjectArgs.builder().bucket(BUCKET).object("gone/a/b").build());
        assertThat(file("gone")).doesNotExist();
        assertThatThrownBy(() -> get("gone/a/b")).isInstanceOfSatisfying(ErrorResponseException.class, e -> assertThat(
                        e.errorResponse().code())
                .isEqualTo("NoSuchKey"));
    }

    @Test
    void manyObjectsAreRemovedInOneCall() throws Exception {
        put("many/1", "x");
        put("many/2", "x");
        for (var failure : client.removeObjects(RemoveObjectsArgs.builder()
                .bucket(BUCKET)
                .objects(List.of(new DeleteRequest.Object("many/1"), new DeleteRequest.Object("many/2")))
                .build())) {
            throw new AssertionError(failure.get().message());
        }
        assertThat(list("many/", true)).isEmpty();
        assertThat(file("many")).doesNotExist();
    }

    @Test
    void aMultipartUploadIsOneFile() throws Exception {
        Path source = folder.resolve("large.bin");
        byte[] bytes = new byte[150 * MIB];
        new Random(7).nextBytes(bytes);
        Files.write(source, bytes);
        client.uploadObject(UploadObjectArgs.builder()
                .bucket(BUCKET)
                .object("multi/deep/large.bin")
                .filename(source.toString(), 64L * MIB)
                .build());
        assertThat(Files.mismatch(source, file("multi/deep/large.bin"))).isEqualTo(-1);
        assertThat(list("multi/", true)).containsExactly("multi/deep/large.bin");
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
                client.uploadObject(UploadObjectArgs.builder()
                        .bucket(BUCKET)
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
        assertThat(list("parallel/", true)).hasSize(4);
    }

    @Test
    void aLargeBodyThatWouldHaveToBeHeldInMemoryIsRefused() throws Exception {
        MinioClient signing = store.clientThatSignsBodies();
        signing.putObject(PutObjectArgs.builder()
                .bucket(BUCKET)
                .object("signed/small")
                .data(new byte[8 * MIB], 8 * MIB)
                .build());
        assertThatThrownBy(() -> signing.putObject(PutObjectArgs.builder()
                        .bucket(BUCKET)
                        .object("signed/large")
                        .data(new byte[17 * MIB], 17 * MIB)
                        .build()))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.response().code()).isEqualTo(400));
    }

    @Test
    void aClientThatVanishesInTheMiddleLeavesNoObject() throws Exception {
        URI url = URI.create(client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.PUT)
                .bucket(BUCKET)
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
        assertThat(file("vanished")).doesNotExist();
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

    @Test
    void anEmptyObjectIsAnObject() throws Exception {
        put("empty", "");
        assertThat(file("empty")).isEmptyFile();
        assertThat(list("empty", true)).containsExactly("empty");
    }

    @Test
    void aKeyBeneathAnObjectIsRefusedAsTheClientsFault() throws Exception {
        put("taken", "x");
        assertThatThrownBy(() -> put("taken/below", "y"))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.response().code()).isEqualTo(400));
        assertThat(get("taken")).isEqualTo("x");
    }

    @Test
    void aPutThatMayNotReplaceIsRefusedWhereSomethingLies() throws Exception {
        var args = PutObjectArgs.builder()
                .bucket(BUCKET)
                .object("claim/once")
                .data("first".getBytes(StandardCharsets.UTF_8), 5)
                .extraHeaders(Map.of("If-None-Match", "*"))
                .build();
        client.putObject(args);
        assertThatThrownBy(() -> client.putObject(args))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.response().code()).isEqualTo(412));
    }

    @Test
    void aMissingBucketIsNotMadeByAPut() {
        assertThatThrownBy(() -> client.putObject(PutObjectArgs.builder()
                        .bucket("no-such-bucket")
                        .object("k")
                        .data(new byte[1], 1)
                        .build()))
                .isInstanceOf(ErrorResponseException.class);
        assertThat(folder.resolve("store/no-such-bucket")).doesNotExist();
    }

    @Test
    void wrongKeysAreRefused() {
        for (MinioClient stranger : List.of(
                store.client(StoreProcess.ACCESS, "wrong-secret-000000"),
                store.client("stranger", StoreProcess.SECRET))) {
            assertThatThrownBy(() -> stranger.bucketExists(
                            BucketExistsArgs.builder().bucket(BUCKET).build()))
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            e -> assertThat(e.response().code()).isEqualTo(403));
        }
    }

    @Test
    void unsignedRequestsAreRefused() throws Exception {
        put("secret", "not for everyone");
        HttpClient http = HttpClient.newHttpClient();
        for (String path : List.of("/", "/" + BUCKET, "/" + BUCKET + "/secret")) {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(store.endpoint() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(403);
            assertThat(response.body()).doesNotContain("not for everyone");
        }
    }

    private static Path file(String key) {
        return folder.resolve("store").resolve(BUCKET).resolve(key);
    }

    private static void put(String key, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        client.putObject(PutObjectArgs.builder()
                .bucket(BUCKET)
                .object(key)
                .data(bytes, bytes.length)
                .build());
    }

    private static String get(String key) throws Exception {
        try (InputStream in = client.getObject(
                GetObjectArgs.builder().bucket(BUCKET).object(key).build())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> list(String prefix, boolean recursive) throws Exception {
        List<String> keys = new ArrayList<>();
        for (var result : client.listObjects(ListObjectsArgs.builder()
                .bucket(BUCKET)
                .prefix(prefix)
                .recursive(recursive)
                .build())) {
            keys.add(result.get().objectName());
        }
        return keys;
    }
}
