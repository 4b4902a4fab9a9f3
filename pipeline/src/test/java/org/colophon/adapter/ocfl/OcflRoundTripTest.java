package org.colophon.adapter.ocfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ocfl.api.DigestAlgorithmRegistry;
import io.ocfl.api.OcflOption;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.OcflVersion;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.cache.NoOpCache;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import io.ocfl.core.path.constraint.ContentPathConstraints;
import io.ocfl.core.storage.OcflStorageBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ocfl-java works on the client, and what lies on disk is a plain OCFL storage root. */
class OcflRoundTripTest {
    private static final String ARK = "ark:/99999/c7testz";

    @TempDir
    Path folder;

    @Test
    void twoVersionsAreStoredValidAndComeBack() throws Exception {
        try (RunningStore store = new RunningStore(folder)) {
            OcflRepository archive = repository(new MinioCloudClient(store.client, RunningStore.BUCKET, ""), "work");
            archive.putObject(ObjectVersionId.head(ARK), package1(), info("first"), OcflOption.MOVE_SOURCE);
            Path better = write("new.txt", "better text");
            archive.updateObject(
                    ObjectVersionId.version(ARK, 1),
                    info("text again"),
                    changes -> changes.addPath(better, "representations/ocr/data/0001.txt", OcflOption.OVERWRITE));
            assertThat(archive.validateObject(ARK, true).getErrors()).isEmpty();
            archive.getObject(ObjectVersionId.version(ARK, 2), folder.resolve("v2"));
            archive.getObject(ObjectVersionId.version(ARK, 1), folder.resolve("v1"));
            assertThat(folder.resolve("v2/representations/ocr/data/0001.txt")).hasContent("better text");
            assertThat(folder.resolve("v1/representations/ocr/data/0001.txt")).hasContent("text");
            assertThat(folder.resolve("v2/METS.xml")).hasContent("<mets/>");
            assertThat(archive.listObjectIds()).containsExactly(ARK);
            theDiskHoldsAPlainStorageRoot(store.root.resolve(RunningStore.BUCKET));
            archive.purgeObject(ARK);
            assertThat(archive.containsObject(ARK)).isFalse();
            archive.close();
        }
    }

    @Test
    void aStoreThatIsAwayDoesNotLookLikeAMissingOrDamagedObject() throws Exception {
        RunningStore store = new RunningStore(folder);
        MinioCloudClient cloud = new MinioCloudClient(store.client, RunningStore.BUCKET, "");
        OcflRepository archive = repository(cloud, "work");
        archive.putObject(ObjectVersionId.head(ARK), package1(), info("first"));
        store.store.close();
        assertThatThrownBy(() -> archive.containsObject(ARK)).isInstanceOf(StoreUnreachableException.class);
        assertThatThrownBy(() -> archive.getObject(ObjectVersionId.head(ARK), folder.resolve("out")))
                .isInstanceOf(StoreUnreachableException.class);
        assertThatThrownBy(() -> archive.validateObject(ARK, true)).isInstanceOf(StoreUnreachableException.class);
        int before = cloud.unreachable();
        assertThatThrownBy(() -> archive.putObject(ObjectVersionId.head(ARK + "2"), package1(), info("first")));
        assertThat(cloud.unreachableSince(before)).isPresent();
        store.close();
    }

    /** The folder itself, read by ocfl-java without any store in between. */
    private void theDiskHoldsAPlainStorageRoot(Path root) throws Exception {
        assertThat(root.resolve("0=ocfl_1.1")).exists();
        OcflRepository plain = new OcflRepositoryBuilder()
                .storage(OcflStorageBuilder.builder().fileSystem(root).build())
                .workDir(Files.createDirectories(folder.resolve("plain-work")))
                .build();
        assertThat(plain.validateObject(ARK, true).getErrors()).isEmpty();
        assertThat(plain.validateObject(ARK, true).getWarnings()).isEmpty();
        try (Stream<Path> all = Files.walk(root)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("."));
        }
        plain.close();
    }

    private OcflRepository repository(MinioCloudClient cloud, String work) throws Exception {
        HashedNTupleLayoutConfig layout = new HashedNTupleLayoutConfig()
                .setDigestAlgorithm(DigestAlgorithmRegistry.sha256)
                .setTupleSize(3)
                .setNumberOfTuples(3);
        return new OcflRepositoryBuilder()
                .storage(OcflStorageBuilder.builder().cloud(cloud).build())
                .defaultLayoutConfig(layout)
                .ocflConfig(config -> config.setDefaultDigestAlgorithm(DigestAlgorithmRegistry.sha512)
                        .setOcflVersion(OcflVersion.OCFL_1_1))
                .contentPathConstraints(ContentPathConstraints.cloud())
                // A cached inventory would answer for a store that is away.
                .inventoryCache(new NoOpCache<>())
                .workDir(Files.createDirectories(folder.resolve(work)))
                .build();
    }

    private Path package1() throws Exception {
        Path content = folder.resolve("package");
        write("package/METS.xml", "<mets/>");
        write("package/representations/master/data/0001.tif", "a scan");
        write("package/representations/ocr/data/0001.txt", "text");
        return content;
    }

    private Path write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static VersionInfo info(String message) {
        return new VersionInfo().setMessage(message).setUser("Colophon", "https://example.org/colophon");
    }
}
