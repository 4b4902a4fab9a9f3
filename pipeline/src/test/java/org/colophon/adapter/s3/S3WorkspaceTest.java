package org.colophon.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.MinioClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.colophon.adapter.ocfl.StoreClients;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.adapter.s3store.EmbeddedStore;
import org.colophon.adapter.workspace.WorkspaceContract;
import org.colophon.item.Fixity;
import org.colophon.item.UnavailableException;
import org.colophon.port.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace in a bucket of the real embedded store: the contract, and what two machines see of each other. */
class S3WorkspaceTest extends WorkspaceContract {
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    @TempDir
    static Path home;

    private static EmbeddedStore store;

    @TempDir
    Path elsewhere;

    private final String bucket = "work-" + BUCKETS.incrementAndGet();
    private final MinioClient client = StoreClients.connect(
            new StoreEndpoint(store.endpoint(), "us-east-1", store.accessKey(), store.secretKey(), true));

    @BeforeAll
    static void start() {
        store = new EmbeddedStore(
                Path.of("../workers/store/target/lib"),
                home.resolve("store"),
                home.resolve("keys"),
                home.resolve("store.log"),
                0);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @AfterEach
    void close() {
        StoreClients.close(client);
    }

    @Override
    protected Workspace open() {
        return machine(root, 1 << 20);
    }

    @Override
    protected String place() {
        return "store";
    }

    private S3Workspace machine(Path folder, long most) {
        return new S3Workspace(client, bucket, folder, most, Duration.ZERO);
    }

    @Test
    void anotherMachineReadsWhatOneCopiedInAndKept() throws IOException {
        Fixity page = copy("a page");
        Path made = Files.writeString(workspace.scratch(ITEM, "examine-1").resolve("thumbnail.jpg"), "tiny");
        Fixity thumbnail = workspace.keep(ITEM, made);
        S3Workspace other = machine(elsewhere, 1 << 20);
        assertThat(other.fetch(ITEM, page)).hasContent("a page").startsWith(elsewhere.toRealPath());
        assertThat(other.fetch(ITEM, thumbnail)).hasContent("tiny");
    }

    @Test
    void whatOneMachineReleasedIsGoneForAllThatHaveItNotAtHand() {
        Fixity page = copy("a page");
        machine(elsewhere, 1 << 20).release(ITEM);
        assertThat(workspace.holds(ITEM, page)).isFalse();
        assertThat(open().items()).isEmpty();
    }

    @Test
    void aFileLiesInTheBucketUnderItsDigest() {
        Fixity page = copy("a page");
        assertThat(home.resolve("store").resolve(bucket).resolve(ITEM.name()).resolve(page.sha512()))
                .hasContent("a page");
    }

    @Test
    void otherBytesUnderADigestAreRefused() throws IOException {
        Fixity page = copy("a page");
        Files.writeString(
                home.resolve("store").resolve(bucket).resolve(ITEM.name()).resolve(page.sha512()), "b page");
        S3Workspace other = machine(elsewhere, 1 << 20);
        assertThatThrownBy(() -> other.fetch(ITEM, page))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("other bytes");
    }

    @Test
    void theFolderKeepsItsBoundAndWhatLeftItComesBack() throws IOException {
        S3Workspace small = machine(elsewhere, 25);
        Fixity first = put(small, "ten bytes1");
        Fixity second = put(small, "ten bytes2");
        small.fetch(ITEM, first);
        Fixity third = put(small, "ten bytes3");
        assertThat(contents(elsewhere)).containsExactlyInAnyOrder("ten bytes1", "ten bytes3");
        assertThat(small.fetch(ITEM, second)).hasContent("ten bytes2");
        assertThat(small.fetch(ITEM, third)).hasContent("ten bytes3");
    }

    @Test
    void whatIsBeingWorkedOnStaysAboveTheBound() throws IOException {
        S3Workspace small = machine(elsewhere, 25);
        Path scratch = small.scratch(ITEM, "preserve");
        List<Path> files = Stream.of("ten bytes1", "ten bytes2", "ten bytes3", "ten bytes4")
                .map(text -> small.fetch(ITEM, put(small, text)))
                .toList();
        assertThat(files).allSatisfy(file -> assertThat(file).exists());
        small.discard(scratch);
        put(small, "ten bytes5");
        assertThat(contents(elsewhere)).containsExactlyInAnyOrder("ten bytes4", "ten bytes5");
    }

    private static Fixity put(S3Workspace workspace, String text) {
        return workspace.copyIn(
                ITEM, new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static List<String> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
