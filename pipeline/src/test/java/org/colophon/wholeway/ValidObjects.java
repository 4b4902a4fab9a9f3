package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ValidationResults;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.storage.OcflStorageBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Judges an OCFL root on disk with ocfl-java's own validator. */
final class ValidObjects {
    private ValidObjects() {}

    /** These objects are there and valid with their fixity, and no others. */
    static void check(Path root, List<String> arks) {
        OcflRepository repository = open(root);
        try {
            assertThat(repository.listObjectIds().toList()).containsExactlyInAnyOrderElementsOf(arks);
            for (String ark : arks) {
                ValidationResults results = repository.validateObject(ark, true);
                assertThat(results.getErrors()).as(ark).isEmpty();
            }
        } finally {
            repository.close();
        }
    }

    private static OcflRepository open(Path root) {
        try {
            return new OcflRepositoryBuilder()
                    .storage(OcflStorageBuilder.builder().fileSystem(root).build())
                    .workDir(Files.createTempDirectory("ocfl-judge"))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
