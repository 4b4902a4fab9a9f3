package org.colophon.worker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.DeleteRequest;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreServerTest {
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
    void anObjectLiesAsAPlainFileUnderItsKey() throws Exception {
        bucket.put("plain/a/b/object.txt", "read me");
        assertThat(bucket.file("plain/a/b/object.txt")).hasContent("read me");
        assertThat(bucket.get("plain/a/b/object.txt")).isEqualTo("read me");
        assertThat(bucket.client()
                        .statObject(StatObjectArgs.builder()
                                .bucket(TestBucket.NAME)
                                .object("plain/a/b/object.txt")
                                .build())
                        .size())
                .isEqualTo(7);
    }

    @Test
    void aSecondPutReplacesTheFirst() throws Exception {
        bucket.put("twice", "one");
        bucket.put("twice", "two, longer");
        assertThat(bucket.get("twice")).isEqualTo("two, longer");
    }

    @Test
    void aRangeIsRead() throws Exception {
        bucket.put("range", "0123456789");
        try (InputStream in = bucket.client()
                .getObject(GetObjectArgs.builder()
                        .bucket(TestBucket.NAME)
                        .object("range")
                        .offset(2L)
                        .length(3L)
                        .build())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("234");
        }
    }

    @Test
    void listingsShowObjectsAndNothingElse() throws Exception {
        bucket.put("list/x/1", "1");
        bucket.put("list/x/2", "2");
        bucket.put("list/y", "3");
        assertThat(bucket.list("list/", true)).containsExactly("list/x/1", "list/x/2", "list/y");
        assertThat(bucket.list("list/", false)).containsExactlyInAnyOrder("list/x/", "list/y");
        assertThat(bucket.client().listBuckets())
                .extracting(listed -> listed.name())
                .contains(TestBucket.NAME)
                .doesNotContain(Incoming.NAME);
    }

    @Test
    void aCopyIsAnObjectOfItsOwn() throws Exception {
        bucket.put("copy/from", "the same");
        bucket.client()
                .copyObject(CopyObjectArgs.builder()
                        .bucket(TestBucket.NAME)
                        .object("copy/deep/to")
                        .source(SourceObject.builder()
                                .bucket(TestBucket.NAME)
                                .object("copy/from")
                                .build())
                        .build());
        bucket.put("copy/from", "changed");
        assertThat(bucket.get("copy/deep/to")).isEqualTo("the same");
    }

    @Test
    void aRemovedObjectLeavesNoEmptyFolder() throws Exception {
        bucket.put("gone/a/b", "x");
        bucket.client()
                .removeObject(RemoveObjectArgs.builder()
                        .bucket(TestBucket.NAME)
                        .object("gone/a/b")
                        .build());
        assertThat(bucket.file("gone")).doesNotExist();
        assertThatThrownBy(() -> bucket.get("gone/a/b"))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.errorResponse().code()).isEqualTo("NoSuchKey"));
    }

    @Test
    void manyObjectsAreRemovedInOneCall() throws Exception {
        bucket.put("many/1", "x");
        bucket.put("many/2", "x");
        for (var failure : bucket.client()
                .removeObjects(RemoveObjectsArgs.builder()
                        .bucket(TestBucket.NAME)
                        .objects(List.of(new DeleteRequest.Object("many/1"), new DeleteRequest.Object("many/2")))
                        .build())) {
            throw new AssertionError(failure.get().message());
        }
        assertThat(bucket.list("many/", true)).isEmpty();
        assertThat(bucket.file("many")).doesNotExist();
    }

    @Test
    void anEmptyObjectIsAnObject() throws Exception {
        bucket.put("empty", "");
        assertThat(bucket.file("empty")).isEmptyFile();
        assertThat(bucket.list("empty", true)).containsExactly("empty");
    }

    @Test
    void aKeyBeneathAnObjectIsRefusedAsTheClientsFault() throws Exception {
        bucket.put("taken", "x");
        assertThatThrownBy(() -> bucket.put("taken/below", "y"))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.response().code()).isEqualTo(400));
        assertThat(bucket.get("taken")).isEqualTo("x");
    }

    @Test
    void aPutThatMayNotReplaceIsRefusedWhereSomethingLies() throws Exception {
        var args = PutObjectArgs.builder()
                .bucket(TestBucket.NAME)
                .object("claim/once")
                .data("first".getBytes(StandardCharsets.UTF_8), 5)
                .extraHeaders(Map.of("If-None-Match", "*"))
                .build();
        bucket.client().putObject(args);
        assertThatThrownBy(() -> bucket.client().putObject(args))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.response().code()).isEqualTo(412));
    }

    @Test
    void aMissingBucketIsNotMadeByAPut() {
        assertThatThrownBy(() -> bucket.client()
                        .putObject(PutObjectArgs.builder()
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
                            BucketExistsArgs.builder().bucket(TestBucket.NAME).build()))
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            e -> assertThat(e.response().code()).isEqualTo(403));
        }
    }

    @Test
    void unsignedRequestsAreRefused() throws Exception {
        bucket.put("secret", "not for everyone");
        HttpClient http = HttpClient.newHttpClient();
        for (String path : List.of("/", "/" + TestBucket.NAME, "/" + TestBucket.NAME + "/secret")) {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(store.endpoint() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(403);
            assertThat(response.body()).doesNotContain("not for everyone");
        }
    }
}
