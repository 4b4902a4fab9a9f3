package org.colophon.worker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left behind when the process or the disk gives out in the middle of a put. */
class StoreCrashTest {
    private static final String BUCKET = "colophon-archive";
    private static final int MIB = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void aKilledPutLeavesNothingInTheBucket() throws Exception {
        try (StoreProcess store = StoreProcess.start(folder)) {
            MinioClient client = store.client();
            client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
            put(client, "whole", 1000);
            ExecutorService putting = Executors.newSingleThreadExecutor();
            Future<?> result = putting.submit(() -> {
                for (int n = 0; ; n++) {
                    put(client, "half/" + n + "/object", 20 * MIB);
                }
            });
            waitForIncomingBytes();
            store.kill();
            assertThatThrownBy(() -> result.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
            putting.shutdown();
        }
        assertThat(incoming()).as("the kill came in the middle of a put").isNotEmpty();
        try (StoreProcess store = StoreProcess.start(folder)) {
            List<String> keys = list(store.client());
            assertThat(keys).contains("whole");
            for (String key : keys) {
                assertThat(bucket().resolve(key)).as(key).hasSize(key.equals("whole") ? 1000 : 20L * MIB);
            }
            assertThat(incoming()).isEmpty();
            assertThat(emptyFolders()).isEmpty();
        }
    }

    @Test
    void aKilledMultipartUploadLeavesNothingInTheBucket() throws Exception {
        Path source = folder.resolve("large.bin");
        Files.write(source, new byte[300 * MIB]);
        try (StoreProcess store = StoreProcess.start(folder)) {
            MinioClient client = store.client();
            client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
            ExecutorService putting = Executors.newSingleThreadExecutor();
            Future<?> result = putting.submit(() -> client.uploadObject(UploadObjectArgs.builder()
                    .bucket(BUCKET)
                    .object("deep/large.bin")
                    .filename(source.toString(), 64L * MIB)
                    .build()));
            waitForIncomingBytes();
            store.kill();
            assertThatThrownBy(() -> result.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
            putting.shutdown();
        }
        assertThat(incoming()).isNotEmpty();
        try (StoreProcess store = StoreProcess.start(folder)) {
            assertThat(list(store.client())).isEmpty();
            assertThat(bucket()).isEmptyDirectory();
            assertThat(incoming()).isEmpty();
        }
    }

    @Test
    void aDiskThatTakesNoMoreIsAnErrorAndNoTruncatedObject() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash to limit the size of files");
        // The limit stands for a full disk: the write fails in the middle. 8192 blocks of 1024 bytes.
        List<String> limited = List.of("/bin/bash", "-c", "ulimit -f 8192; exec \"$0\" \"$@\"");
        try (StoreProcess store = StoreProcess.start(folder, limited)) {
            MinioClient client = store.client();
            client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
            put(client, "small/fits", 7 * MIB);
            assertThatThrownBy(() -> put(client, "large/does-not", 9 * MIB))
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            e -> assertThat(e.response().code()).isEqualTo(500));
            Path source = folder.resolve("parts.bin");
            Files.write(source, new byte[12 * MIB]);
            assertThatThrownBy(() -> client.uploadObject(UploadObjectArgs.builder()
                            .bucket(BUCKET)
                            .object("large/parts")
                            .filename(source.toString(), 6L * MIB)
                            .build()))
                    .as("each part fits, the whole does not")
                    .isInstanceOf(ErrorResponseException.class);
            assertThat(list(client)).containsExactly("small/fits");
            assertThat(bucket().resolve("large")).doesNotExist();
        }
    }

    private void waitForIncomingBytes() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            for (Path file : incoming()) {
                if (sizeOrZero(file) > MIB) {
                    return;
                }
            }
            assertThat(System.nanoTime()).as("a put should have begun").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static long sizeOrZero(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private Path bucket() {
        return folder.resolve("store").resolve(BUCKET);
    }

    private List<Path> incoming() throws IOException {
        Path incoming = folder.resolve("store").resolve(Incoming.NAME);
        try (Stream<Path> all = Files.walk(incoming)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }

    private List<Path> emptyFolders() throws IOException {
        List<Path> empty = new ArrayList<>();
        try (Stream<Path> all = Files.walk(bucket())) {
            for (Path path : (Iterable<Path>) all.filter(Files::isDirectory)::iterator) {
                try (Stream<Path> children = Files.list(path)) {
                    if (children.findAny().isEmpty()) {
                        empty.add(path);
                    }
                }
            }
        }
        return empty;
    }

    private static void put(MinioClient client, String key, int size) throws Exception {
        client.putObject(PutObjectArgs.builder()
                .bucket(BUCKET)
                .object(key)
                .data(new byte[size], size)
                .build());
    }

    private static List<String> list(MinioClient client) throws Exception {
        List<String> keys = new ArrayList<>();
        for (var result : client.listObjects(
                ListObjectsArgs.builder().bucket(BUCKET).recursive(true).build())) {
            keys.add(result.get().objectName());
        }
        return keys;
    }
}
