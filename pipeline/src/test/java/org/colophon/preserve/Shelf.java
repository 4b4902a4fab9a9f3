package org.colophon.preserve;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.MinioClient;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ValidationResults;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.storage.cloud.CloudClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colophon.adapter.ocfl.MinioCloudClient;
import org.colophon.adapter.ocfl.OcflArchive;
import org.colophon.adapter.ocfl.StoreClients;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.adapter.s3store.EmbeddedStore;

/** The real embedded store with an archive's bucket, and ocfl-java as a stranger who judges what lies in it. */
final class Shelf implements AutoCloseable {
    private static final Path LIB = Path.of("../workers/store/target/lib");
    private static final String BUCKET = "colophon-archive";

    final CloudClient bucket;
    private final OcflArchive archive;
    private final Path work;
    private final EmbeddedStore store;
    private final MinioClient client;
    private OcflRepository judge;

    Shelf(Path home) throws Exception {
        assertThat(LIB).as("built by: mvn -pl workers/store -am package").isNotEmptyDirectory();
        this.work = Files.createDirectories(home.resolve("ocfl"));
        this.store = new EmbeddedStore(LIB, home.resolve("store"), home.resolve("keys"), home.resolve("store.log"), 0);
        this.client = StoreClients.connect(
                new StoreEndpoint(store.endpoint(), "us-east-1", store.accessKey(), store.secretKey(), true));
        StoreClients.ensureBucket(client, BUCKET);
        this.bucket = new MinioCloudClient(client, BUCKET, "");
        this.archive = archive(bucket);
    }

    /** The archive on it. It remembers nothing, so that it is as good as one after a new start. */
    OcflArchive archive() {
        return archive;
    }

    OcflArchive archive(CloudClient through) {
        return new OcflArchive(through, work);
    }

    private synchronized OcflRepository judge() {
        if (judge == null) {
            judge = new OcflRepositoryBuilder()
                    .inventoryCache(null)
                    .storage(storage -> storage.cloud(bucket))
                    .workDir(work)
                    .build();
        }
        return judge;
    }

    /** Exactly so many versions, valid with fixity, by ocfl-java itself. */
    void assertHolds(String ark, int versions) {
        OcflRepository judge = judge();
        ValidationResults results = judge.validateObject(ark, true);
        assertThat(results.getErrors()).as(ark).isEmpty();
        assertThat(results.getWarnings()).as(ark).isEmpty();
        assertThat(judge.describeObject(ark).getVersionMap()).as(ark).hasSize(versions);
    }

    @Override
    public void close() {
        archive.close();
        StoreClients.close(client);
        store.close();
    }
}
