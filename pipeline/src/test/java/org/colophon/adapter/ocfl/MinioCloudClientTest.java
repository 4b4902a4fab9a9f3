package org.colophon.adapter.ocfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.StatObjectArgs;
import io.ocfl.api.exception.OcflIOException;
import io.ocfl.core.storage.cloud.CloudObjectKey;
import io.ocfl.core.storage.cloud.KeyNotFoundException;
import io.ocfl.core.storage.cloud.ListResult;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Everything that {@link io.ocfl.core.storage.cloud.CloudClient} declares, below a prefix. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MinioCloudClientTest {
    private static final String PREFIX = "some/prefix";
    private static final int MIB = 1024 * 1024;

    @TempDir
    static Path folder;

    private RunningStore store;
    private MinioCloudClient cloud;

    @BeforeAll
    void start() {
        store = new RunningStore(folder);
        cloud = new MinioCloudClient(store.client, RunningStore.BUCKET, PREFIX + "/");
    }

    @AfterAll
    void stop() throws Exception {
        cloud.close();
        store.close();
    }

    @BeforeEach
    void empty() {
        cloud.deletePath("");
    }

    @Test
    void bucketAndPrefixAreWhatWasGiven() {
        assertThat(cloud.bucket()).isEqualTo(RunningStore.BUCKET);
        assertThat(cloud.prefix()).isEqualTo(PREFIX);
        assertThat(cloud.bucketExists()).isTrue();
        assertThat(new MinioCloudClient(store.client, "no-such-bucket", "").bucketExists())
                .isFalse();
    }

    @Test
    void bytesComeBackUnderTheirFullKey() throws Exception {
        CloudObjectKey key = cloud.uploadBytes("a/b.txt", bytes("read me"), "text/plain");
        assertThat(key.getKey()).isEqualTo(PREFIX + "/a/b.txt");
        assertThat(key.getPath()).isEqualTo("a/b.txt");
        assertThat(cloud.downloadString("a/b.txt")).isEqualTo("read me");
        assertThat(store.root.resolve(RunningStore.BUCKET).resolve(PREFIX).resolve("a/b.txt"))
                .hasContent("read me");
        assertThat(contentType("a/b.txt")).isEqualTo("text/plain");
    }

    @Test
    void filesComeBackWithTheirType() throws Exception {
        Path source = Files.write(folder.resolve("page.tif"), bytes("not really a page"));
        cloud.uploadFile(source, "page.tif", "image/tiff");
        cloud.uploadFile(source, "untyped");
        assertThat(contentType("page.tif")).isEqualTo("image/tiff");
        assertThat(contentType("untyped")).isEqualTo("application/octet-stream");
        Path target = folder.resolve("back.tif");
        Files.writeString(target, "something older and longer than the page");
        assertThat(cloud.downloadFile("page.tif", target)).isEqualTo(target).hasSameBinaryContentAs(source);
    }

    @Test
    void emptyFilesAndEmptyBytesAreObjects() throws Exception {
        cloud.uploadFile(Files.createFile(folder.resolve("empty")), "empty/file");
        cloud.uploadBytes("empty/bytes", new byte[0], null);
        assertThat(cloud.head("empty/file").getContentLength()).isZero();
        assertThat(cloud.downloadString("empty/bytes")).isEmpty();
    }

    @Test
    void filesGoUpSideBySide() throws Exception {
        List<Future<CloudObjectKey>> uploads = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            Path source = Files.writeString(folder.resolve("side" + n), "file " + n);
            uploads.add(cloud.uploadFileAsync(source, "side/" + n, "text/plain"));
        }
        uploads.add(cloud.uploadFileAsync(folder.resolve("side0"), "side/last"));
        for (Future<CloudObjectKey> upload : uploads) {
            assertThat(upload.get().getKey()).startsWith(PREFIX + "/side/");
        }
        assertThat(cloud.list("side/").getObjects()).hasSize(13);
        assertThat(cloud.unreachableSince(0)).isEmpty();
    }

    @Test
    void aFileOfSeveralPartsComesBackWhole() throws Exception {
        byte[] bytes = new byte[130 * MIB];
        new Random(11).nextBytes(bytes);
        Path source = Files.write(folder.resolve("large"), bytes);
        cloud.uploadFile(source, "large");
        Path back = cloud.downloadFile("large", folder.resolve("large-back"));
        assertThat(Files.mismatch(source, back)).isEqualTo(-1);
        Files.delete(source);
        Files.delete(back);
    }

    @Test
    void rangesAreReadAsTheRfcHasThem() throws Exception {
        cloud.uploadBytes("range", bytes("0123456789"), null);
        assertThat(range("bytes=2-4")).isEqualTo("234");
        assertThat(range("bytes=7-")).isEqualTo("789");
        assertThat(range("bytes=-3")).isEqualTo("789");
        assertThat(range("bytes=0-0")).isEqualTo("0");
    }

    @Test
    void aCopyIsAnObjectOfItsOwn() {
        cloud.uploadBytes("from", bytes("the same"), "text/plain");
        assertThat(cloud.copyObject("from", "deep/to").getPath()).isEqualTo("deep/to");
        cloud.deleteObjects(List.of("from"));
        assertThat(cloud.downloadString("deep/to")).isEqualTo("the same");
    }

    @Test
    void headTellsLengthTagAndTime() {
        cloud.uploadBytes("head", bytes("12345"), null);
        var head = cloud.head("head");
        assertThat(head.getContentLength()).isEqualTo(5);
        assertThat(head.getETag()).isEqualTo("827ccb0eea8a706c4c34a16891f84e7b");
        assertThat(Duration.between(head.getLastModified(), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> cloud.head("none")).isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cloud.downloadString("none")).isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cloud.downloadStream("none")).isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cloud.downloadStreamRange("none", "bytes=0-1"))
                .isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cloud.downloadFile("none", folder.resolve("none")))
                .isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cloud.copyObject("none", "to")).isInstanceOf(KeyNotFoundException.class);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aLocalFileThatIsNotThereIsNoFaultOfTheStore() {
        assertThatThrownBy(() -> cloud.uploadFile(folder.resolve("no-such-file"), "x"))
                .isInstanceOf(OcflIOException.class)
                .hasMessageContaining("no-such-file");
        cloud.uploadBytes("x", bytes("x"), null);
        assertThatThrownBy(() -> cloud.downloadFile("x", folder.resolve("no/such/folder")))
                .isInstanceOf(OcflIOException.class);
    }

    @Test
    void aListingTellsKeysBelowAPrefix() {
        putAll("o/1", "o/x/2", "o/x/y/3", "other");
        ListResult all = cloud.list("o/");
        assertThat(all.getObjects())
                .extracting(ListResult.ObjectListing::getKeySuffix)
                .containsExactlyInAnyOrder("1", "x/2", "x/y/3");
        assertThat(all.getObjects())
                .extracting(object -> object.getKey().getPath())
                .containsExactlyInAnyOrder("o/1", "o/x/2", "o/x/y/3");
        assertThat(cloud.list("ot").getObjects()).hasSize(1);
        assertThat(cloud.list("nothing/").getObjects()).isEmpty();
    }

    @Test
    void aFolderListingStopsAtTheNextSlash() {
        putAll("o/1", "o/x/2", "o/x/y/3", "other");
        ListResult listing = cloud.listDirectory("o");
        assertThat(listing.getObjects())
                .extracting(ListResult.ObjectListing::getKeySuffix)
                .containsExactly("1");
        assertThat(listing.getDirectories()).singleElement().satisfies(directory -> {
            assertThat(directory.getPath()).isEqualTo("o/x/");
            assertThat(directory.getName()).isEqualTo("x");
        });
        assertThat(cloud.listDirectory("").getDirectories()).hasSize(1);
        assertThat(cloud.listDirectory("").getObjects()).hasSize(1);
    }

    @Test
    void aFolderExistsWhileSomethingLiesInIt() {
        putAll("v10/x");
        assertThat(cloud.directoryExists("v10")).isTrue();
        assertThat(cloud.directoryExists("v1")).isFalse();
        cloud.deleteObjects(List.of("v10/x"));
        assertThat(cloud.directoryExists("v10")).isFalse();
    }

    @Test
    void deletingAPathSparesItsNeighbors() {
        putAll("v1/a", "v1/b/c", "v10/a");
        cloud.deletePath("v1");
        assertThat(cloud.list("").getObjects())
                .extracting(object -> object.getKey().getPath())
                .containsExactly("v10/a");
    }

    @Test
    void withoutAPrefixPathsAreKeys() {
        StoreClients.ensureBucket(store.client, "colophon-plain");
        MinioCloudClient plain = new MinioCloudClient(store.client, "colophon-plain", "");
        assertThat(plain.directoryExists("")).isFalse();
        for (String path : List.of("v1/a", "v1/b/c", "v10/a")) {
            assertThat(plain.uploadBytes(path, bytes("x"), null).getKey()).isEqualTo(path);
        }
        assertThat(plain.list("v1/").getObjects())
                .extracting(ListResult.ObjectListing::getKeySuffix)
                .containsExactlyInAnyOrder("a", "b/c");
        assertThat(plain.listDirectory("").getDirectories())
                .extracting(ListResult.DirectoryListing::getPath)
                .containsExactlyInAnyOrder("v1/", "v10/");
        plain.deletePath("v1");
        assertThat(plain.directoryExists("v1")).isFalse();
        assertThat(plain.directoryExists("")).isTrue();
        assertThat(plain.downloadString("v10/a")).isEqualTo("x");
        plain.close();
    }

    @Test
    void deletingWhatIsNotThereIsNoFault() {
        putAll("x", "y", "z");
        cloud.deleteObjects(List.of("x", "never-was"));
        cloud.safeDeleteObjects("y", "never-was");
        cloud.deleteObjects(List.of());
        assertThat(cloud.list("").getObjects()).hasSize(1);
    }

    @Test
    void moreObjectsThanOnePageAreListedAndDeleted() throws Exception {
        // Laid into the store's folder behind its back: a thousand puts would take half a minute.
        Path many = Files.createDirectories(
                store.root.resolve(RunningStore.BUCKET).resolve(PREFIX).resolve("many"));
        for (int n = 0; n < 1005; n++) {
            Files.createFile(many.resolve(String.valueOf(n)));
        }
        assertThat(cloud.list("many/").getObjects()).hasSize(1005);
        cloud.deletePath("many");
        assertThat(cloud.directoryExists("many")).isFalse();
    }

    @Test
    void namesOfAnyScriptComeBackAsTheyWere() {
        String name = "sp ace/ä+ö%20/日本/'quote\".txt";
        cloud.uploadBytes(name, bytes("x"), null);
        assertThat(cloud.list("sp ace/").getObjects())
                .extracting(object -> object.getKey().getPath())
                .containsExactly(name);
        assertThat(cloud.downloadString(name)).isEqualTo("x");
    }

    private void putAll(String... paths) {
        for (String path : paths) {
            cloud.uploadBytes(path, bytes(path), null);
        }
    }

    private String range(String range) throws Exception {
        try (InputStream in = cloud.downloadStreamRange("range", range)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String contentType(String path) throws Exception {
        return store.client
                .statObject(StatObjectArgs.builder()
                        .bucket(RunningStore.BUCKET)
                        .object(PREFIX + "/" + path)
                        .build())
                .contentType();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
