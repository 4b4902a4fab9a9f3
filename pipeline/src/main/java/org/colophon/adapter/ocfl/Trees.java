package org.colophon.adapter.ocfl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.colophon.port.ArchiveDamagedException;

/** Folders of files. */
final class Trees {
    private Trees() {}

    /**
     * Writes a file of the store below a folder, never elsewhere.
     *
     * @param sha512 what it must have, or null when that is not known
     */
    static void write(InputStream in, Path folder, String path, String sha512) throws IOException {
        Path target = folder.resolve(path).normalize();
        if (!target.startsWith(folder.normalize())) {
            throw new ArchiveDamagedException("a stored name leads out of its object: " + path, null);
        }
        Files.createDirectories(target.getParent());
        DigestInputStream bytes = new DigestInputStream(in, ReadBack.sha512());
        Files.copy(bytes, target);
        String found = HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        if (sha512 != null && !sha512.equals(found)) {
            throw new ArchiveDamagedException(
                    path + " has SHA-512 " + found + " instead of " + sha512 + "; verify the object", null);
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
