package org.colophon.adapter.s3store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
    private static final Path LIB = Path.of("../workers/store/target/lib");

    @TempDir
    Path home;

    @Test
    void itAnswersAndRefusesStrangers() throws Exception {
        try (EmbeddedStore store = start(0)) {
            assertThat(store.isRunning()).isTrue();
            assertThat(status(store)).isEqualTo(403);
        }
    }

    @Test
    void keysAreMadeOnceAndReadableByTheirOwnerOnly() throws Exception {
        String access;
        String secret;
        try (EmbeddedStore store = start(0)) {
            access = store.accessKey();
            secret = store.secretKey();
        }
        assertThat(access).matches("[A-Za-z0-9]{20}");
        assertThat(secret).matches("[A-Za-z0-9]{40}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
                .isEqualTo("rw-------");
        try (EmbeddedStore store = start(0)) {
            assertThat(store.accessKey()).isEqualTo(access);
            assertThat(store.secretKey()).isEqualTo(secret);
        }
    }

    @Test
    void secretsStandNeitherInArgumentsNorLogsNorText() throws Exception {
        try (EmbeddedStore store = start(0)) {
            String secret = store.secretKey();
            Path arguments = Path.of("/proc", String.valueOf(store.pid()), "cmdline");
            if (Files.exists(arguments)) {
                assertThat(Files.readString(arguments)).contains("StoreServer").doesNotContain(secret);
            }
            assertThat(status(store)).isEqualTo(403);
            assertThat(Files.readString(log())).doesNotContain(secret);
            assertThat(store.toString()).contains("[REDACTED]").doesNotContain(secret, store.accessKey());
        }
    }

    @Test
    void aKilledServerIsStartedAgainOnTheSamePort() throws Exception {
        try (EmbeddedStore store = start(0)) {
            URI endpoint = store.endpoint();
            long first = store.pid();
            for (int kill = 0; kill < 2; kill++) {
                long pid = store.pid();
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                await(() -> store.pid() != pid && store.isRunning());
            }
            assertThat(store.pid()).isNotEqualTo(first);
            assertThat(store.endpoint()).isEqualTo(endpoint);
            assertThat(status(store)).isEqualTo(403);
        }
    }

    @Test
    void closingEndsTheProcess() {
        EmbeddedStore store = start(0);
        ProcessHandle process = ProcessHandle.of(store.pid()).orElseThrow();
        store.close();
        assertThat(process.isAlive()).isFalse();
        store.close();
    }

    @Test
    void thePreferredPortIsTaken() throws Exception {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = held.getLocalPort();
            assertThatThrownBy(() -> start(port))
                    .isInstanceOf(StoreNotStartedException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("is taken");
        }
    }

    @Test
    void missingJarsAreSaid() {
        assertThatThrownBy(() -> new EmbeddedStore(home.resolve("nothing"), home.resolve("store"), keys(), log(), 0))
                .isInstanceOf(StoreNotStartedException.class)
                .hasMessageContaining("StoreServer");
    }

    private EmbeddedStore start(int port) {
        assertThat(LIB).as("built by: mvn -pl workers/store package").isNotEmptyDirectory();
        return new EmbeddedStore(LIB, home.resolve("store"), keys(), log(), port);
    }

    private Path keys() {
        return home.resolve("store-keys.properties");
    }

    private Path log() {
        return home.resolve("logs/store.log");
    }

    private static int status(EmbeddedStore store) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(store.endpoint()).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in 30 s").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
