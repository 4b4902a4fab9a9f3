package org.colophon.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scans in {@code sample-scans/} are the ones this generator makes, and small enough to carry. */
class SampleScansTest {
    /** Maven starts tests in the module's folder. */
    static final Path COMMITTED = Path.of("../sample-scans");

    private static final long LIMIT = 12_000_000;

    private static final List<String> TWICE =
            List.of("02-chapter", "05-leaf-with-blank-verso", "06-sideways", "08-minutes");

    @TempDir
    static Path made;

    @BeforeAll
    static void make() {
        SampleScans.write(made);
    }

    /** One object for each way of writing: Group 4, Deflate, LZW with JPEG, and PDF. */
    @Test
    void makingThemTwiceGivesTheSameBytes(@TempDir Path again) throws IOException {
        for (SampleObject object : Catalogue.objects()) {
            if (TWICE.contains(object.name())) {
                object.write(again);
                assertThat(digests(again.resolve(object.name()))).isEqualTo(digests(made.resolve(object.name())));
            }
        }
        assertThat(again.toFile().list()).containsExactlyInAnyOrderElementsOf(TWICE);
    }

    @Test
    void theCommittedFoldersHoldTheSameFiles() throws IOException {
        Map<String, String> committed = digests(COMMITTED);
        assertThat(committed.remove("README.md")).isNotNull();

        assertThat(committed.keySet()).isEqualTo(digests(made).keySet());
    }

    /** Encoders differ a little from one Java to the next; pictures must not. */
    @Test
    void theCommittedScansShowTheSamePictures() throws IOException {
        for (SampleObject object : Catalogue.objects()) {
            for (SampleFile file : object.files()) {
                String path = object.name() + "/" + file.path();
                if (!file.broken()) {
                    assertThat(Decoded.difference(COMMITTED.resolve(path), made.resolve(path)))
                            .as(path)
                            .isLessThan(1.0);
                }
            }
        }
    }

    @Test
    void metadataIsWhatTheGeneratorWrites() throws IOException {
        for (SampleObject object : Catalogue.objects()) {
            for (Map.Entry<String, String> text : object.metadata().entrySet()) {
                assertThat(COMMITTED.resolve(object.name()).resolve(text.getKey()))
                        .hasContent(text.getValue());
            }
        }
    }

    @Test
    void everyDeliveredChecksumHolds() throws IOException {
        Path folder = COMMITTED.resolve("04-spread");
        List<String> sums = Files.readAllLines(folder.resolve("checksum.sha256"), StandardCharsets.UTF_8);

        assertThat(sums).hasSize(1);
        String[] sum = sums.get(0).split("  ", 2);
        assertThat(SampleObject.sha256(Files.readAllBytes(folder.resolve(sum[1]))))
                .isEqualTo(sum[0]);
    }

    @Test
    void allOfThemStayUnderTwelveMegabytes() throws IOException {
        long bytes = 0;
        for (Path file : files(COMMITTED)) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(LIMIT);
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            digests.put(name, SampleObject.sha256(Files.readAllBytes(file)));
        }
        return digests;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
