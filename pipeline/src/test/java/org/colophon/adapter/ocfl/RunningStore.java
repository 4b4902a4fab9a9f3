package org.colophon.adapter.ocfl;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.MinioClient;
import java.nio.file.Path;
import org.colophon.adapter.s3store.EmbeddedStore;

/** The real embedded store with one empty bucket, for tests. */
final class RunningStore implements AutoCloseable {
    static final String BUCKET = "colophon-archive";
    private static final Path LIB = Path.of("../workers/store/target/lib");

    final EmbeddedStore store;
    final Path root;
    final MinioClient client;

    RunningStore(Path home) {
        assertThat(LIB).as("built by: mvn -pl workers/store package").isNotEmptyDirectory();
        this.root = home.resolve("store");
        this.store =
                new EmbeddedStore(LIB, root, home.resolve("store-keys.properties"), home.resolve("logs/store.log"), 0);
        this.client = StoreClients.connect(endpoint());
        StoreClients.ensureBucket(client, BUCKET);
    }

    StoreEndpoint endpoint() {
        return new StoreEndpoint(store.endpoint(), "us-east-1", store.accessKey(), store.secretKey(), true);
    }

    @Override
    public void close() {
        StoreClients.close(client);
        store.close();
    }
}
