package org.colophon.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One folder to be dropped.
 *
 * @param metadata metadata files beside the scans: path inside the folder, content
 * @param checksums whether it delivers {@code checksum.sha256}
 */
record SampleObject(String name, List<SampleFile> files, Map<String, String> metadata, boolean checksums) {
    SampleObject {
        files = List.copyOf(files);
        metadata = Map.copyOf(metadata);
    }

    List<SampleTruth.Page> truth() {
        List<SampleTruth.Page> pages = new ArrayList<>();
        for (SampleFile file : files) {
            for (int index = 0; index < file.pages().size(); index++) {
                pages.add(file.pages().get(index).truth(name, file.path(), index));
            }
        }
        return pages;
    }

    void write(Path samples) {
        Path folder = samples.resolve(name);
        StringBuilder sums = new StringBuilder();
        try {
            for (SampleFile file : files) {
                byte[] bytes = file.bytes();
                write(folder.resolve(file.path()), bytes);
                sums.append(sha256(bytes)).append("  ").append(file.path()).append('\n');
            }
            for (var text : metadata.entrySet()) {
                write(folder.resolve(text.getKey()), text.getValue().getBytes(UTF_8));
            }
            if (checksums) {
                write(folder.resolve("checksum.sha256"), sums.toString().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sample " + folder + " could not be written", e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
