package org.colophon.adapter.ocfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.minio.MinioClient;
import io.ocfl.api.exception.OcflIOException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is away, broken or locked is told apart from objects that are missing or damaged. */
class StoreUnreachableTest {
    private static final String BUCKET = RunningStore.BUCKET;

    @TempDir
    Path folder;

    private final List<MinioClient> clients = new ArrayList<>();

    @Test
    void nobodyListens() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        everyCallIsUnreachable(nobody);
    }

    @Test
    void theStoreIsBrokenBusyOrNoStoreAtAll() throws Exception {
        for (int status : List.of(500, 503, 429, 403)) {
            HttpServer server =
                    answering(status, "application/xml", "<Error><Code>Some</Code><Message>x</Message></Error>");
            everyCallIsUnreachable(uri(server));
            server.stop(0);
        }
        HttpServer proxy = answering(502, "text/html", "<html>Bad Gateway</html>");
        everyCallIsUnreachable(uri(proxy));
        proxy.stop(0);
    }

    @Test
    void theBucketIsMissing() throws Exception {
        try (RunningStore store = new RunningStore(folder)) {
            MinioCloudClient cloud = new MinioCloudClient(store.client, "no-such-bucket", "");
            unreachable(() -> cloud.downloadString("k"));
            unreachable(() -> cloud.list(""));
            unreachable(() -> cloud.uploadFile(Files.write(folder.resolve("scan"), new byte[1]), "k"));
        }
    }

    @Test
    void aMissingBucketIsMadeByTheFirstSmallFile() throws Exception {
        try (RunningStore store = new RunningStore(folder)) {
            MinioCloudClient cloud = new MinioCloudClient(store.client, "new-bucket", "");
            cloud.uploadBytes("k", new byte[] {'x'}, null);
            assertThat(cloud.downloadString("k")).isEqualTo("x");
        }
    }

    @Test
    void theKeysAreWrong() throws Exception {
        try (RunningStore store = new RunningStore(folder)) {
            StoreEndpoint right = store.endpoint();
            for (StoreEndpoint wrong : List.of(
                    new StoreEndpoint(right.endpoint(), "us-east-1", right.accessKey(), "x".repeat(40), true),
                    new StoreEndpoint(right.endpoint(), "us-east-1", "STRANGER", right.secretKey(), true))) {
                MinioCloudClient cloud = cloud(wrong);
                unreachable(() -> cloud.uploadBytes("k", new byte[1], null));
                unreachable(() -> cloud.head("k"));
                assertThatThrownBy(() -> cloud.list("")).hasMessageContaining("store.secret-key");
                assertThat(wrong.toString()).doesNotContain(wrong.secretKey());
            }
        }
    }

    @Test
    void theConnectionBreaksInTheMiddleOfAnObject() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Last-Modified", "Wed, 01 Jan 2025 00:00:00 GMT");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            throw new IOException("the cable is pulled");
        });
        server.start();
        MinioCloudClient cloud = cloud(uri(server));
        try (InputStream in = cloud.downloadStream("k")) {
            unreachable(in::readAllBytes);
        }
        unreachable(() -> cloud.downloadString("k"));
        unreachable(() -> cloud.downloadFile("k", folder.resolve("k")));
        server.stop(0);
    }

    @Test
    void aRefusedRequestIsNotTheStoresFault() throws Exception {
        HttpServer server =
                answering(400, "application/xml", "<Error><Code>InvalidArgument</Code><Message>no</Message></Error>");
        MinioCloudClient cloud = cloud(uri(server));
        assertThatThrownBy(() -> cloud.uploadBytes("k", new byte[1], null))
                .isInstanceOf(OcflIOException.class)
                .hasMessageContaining("InvalidArgument");
        server.stop(0);
    }

    private void everyCallIsUnreachable(URI endpoint) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        MinioCloudClient cloud = cloud(endpoint);
        unreachable(() -> cloud.uploadBytes("k", new byte[1], null));
        unreachable(() -> cloud.uploadFile(file, "k"));
        unreachable(() -> cloud.copyObject("k", "l"));
        unreachable(() -> cloud.downloadString("k"));
        unreachable(() -> cloud.downloadStreamRange("k", "bytes=0-1"));
        unreachable(() -> cloud.head("k"));
        unreachable(() -> cloud.list("k"));
        unreachable(() -> cloud.directoryExists("k"));
        unreachable(() -> cloud.deleteObjects(List.of("k")));
        unreachable(cloud::bucketExists);
        cloud.safeDeleteObjects("k");
        int before = cloud.unreachable();
        assertThatThrownBy(() -> cloud.uploadFileAsync(file, "k").get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoreUnreachableException.class);
        assertThat(cloud.unreachableSince(before)).isPresent();
        assertThat(cloud.unreachableSince(cloud.unreachable())).isEmpty();
    }

    private static void unreachable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(StoreUnreachableException.class);
    }

    private MinioCloudClient cloud(URI endpoint) {
        return cloud(new StoreEndpoint(endpoint, "us-east-1", "access", "secret-key", true));
    }

    private MinioCloudClient cloud(StoreEndpoint endpoint) {
        MinioClient client = StoreClients.connect(endpoint);
        clients.add(client);
        return new MinioCloudClient(client, BUCKET, "");
    }

    @AfterEach
    void disconnect() {
        clients.forEach(StoreClients::close);
    }

    private static URI uri(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static HttpServer answering(int status, String type, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", type);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        return server;
    }
}
