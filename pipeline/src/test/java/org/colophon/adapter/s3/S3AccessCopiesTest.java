package org.colophon.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.MinioClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colophon.adapter.s3store.EmbeddedStore;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.colophon.port.AccessCopies.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Copies for readers in the real embedded store. */
final class S3AccessCopiesTest {
    private static final ItemId ID = new ItemId("c1letter");

    @TempDir
    private static Path home;

    private static EmbeddedStore store;

    private String bucket;
    private S3AccessCopies copies;

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

    @BeforeEach
    void aBucketThatIsNotThereYet(TestInfo test) {
        bucket = "b" + Integer.toHexString(test.getDisplayName().hashCode());
        copies = copies(store.endpoint(), store.secretKey());
    }

    @Test
    void aCopyComesBackByteForByte() throws IOException {
        byte[] bytes = new byte[1_500_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        copies.put(ID, 1, Kind.READING, Files.write(home.resolve("r.jpg"), bytes));
        assertThat(read(1, Kind.READING)).isEqualTo(bytes);
    }

    @Test
    void itLiesUnderItemPageAndFile() throws IOException {
        copies.put(ID, 12, Kind.PLAIN, text("Grüße"));
        assertThat(home.resolve("store/" + bucket + "/c1letter/12/text.txt")).hasContent("Grüße");
    }

    @Test
    void aNewerCopyReplacesTheOlder() throws IOException {
        copies.put(ID, 1, Kind.PLAIN, text("old"));
        copies.put(ID, 1, Kind.PLAIN, text("new"));
        assertThat(read(1, Kind.PLAIN)).isEqualTo("new".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatWasNeverPutIsNotThere() throws IOException {
        assertThat(copies.open(ID, 1, Kind.ALTO)).as("before there is a bucket").isEmpty();
        copies.put(ID, 1, Kind.PLAIN, text("a"));
        assertThat(copies.open(ID, 1, Kind.ALTO)).isEmpty();
        assertThat(copies.open(ID, 2, Kind.PLAIN)).isEmpty();
    }

    @Test
    void aStoreThatIsGoneIsUnavailable() throws IOException {
        S3AccessCopies gone = copies(nobodyListens(), store.secretKey());
        assertThatThrownBy(() -> gone.open(ID, 1, Kind.PLAIN))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("c1letter/1/text.txt");
        assertThatThrownBy(() -> gone.put(ID, 1, Kind.PLAIN, text("b"))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void aWrongKeyIsUnavailableAndNotAnEmptyShelf() throws IOException {
        copies.put(ID, 1, Kind.PLAIN, text("a"));
        S3AccessCopies strangers = copies(store.endpoint(), "wrong".repeat(8));
        assertThatThrownBy(() -> strangers.open(ID, 1, Kind.PLAIN)).isInstanceOf(UnavailableException.class);
    }

    private S3AccessCopies copies(URI endpoint, String secret) {
        MinioClient client = MinioClient.builder()
                .endpoint(endpoint.toString())
                .region("us-east-1")
                .credentials(store.accessKey(), secret)
                .build();
        return new S3AccessCopies(client, bucket);
    }

    private static URI nobodyListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private Path text(String text) throws IOException {
        return Files.writeString(home.resolve("text"), text);
    }

    private byte[] read(int page, Kind kind) throws IOException {
        try (InputStream in = copies.open(ID, page, kind).orElseThrow()) {
            return in.readAllBytes();
        }
    }
}
