package org.colophon.preserve.layout;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.colophon.item.Fixity;
import org.colophon.item.UnavailableException;
import org.colophon.preserve.describe.PackageFile;

/** A package in the making: what lies where, and from which local file its bytes are read. */
public final class Tree {
    private final Path scratch;
    private final Map<String, Fixity> files = new TreeMap<>();
    private final Map<String, Path> local = new TreeMap<>();

    /** @param scratch an empty folder for what is written */
    public Tree(Path scratch) {
        this.scratch = scratch;
    }

    /** Every file of the package, by its path from the root. */
    public Map<String, Fixity> files() {
        return Map.copyOf(files);
    }

    /** Where the bytes are; without what the archive's version before is known to have. */
    public Map<String, Path> local() {
        return Map.copyOf(local);
    }

    /** Puts a file that lies elsewhere and is not to be touched. */
    void place(PackageFile file, Path at) {
        files.put(file.path(), file.fixity());
        local.put(file.path(), at);
    }

    /** Names a file that the archive's version before has under the same path. */
    void keep(PackageFile file) {
        files.put(file.path(), file.fixity());
    }

    /** Writes a new file and takes its fixity on the way. */
    PackageFile write(String path, String mime, Instant created, Consumer<OutputStream> content) {
        Path at = scratch.resolve(path);
        MessageDigest sha512 = digest("SHA-512");
        MessageDigest sha256 = digest("SHA-256");
        try {
            Files.createDirectories(at.getParent());
            try (OutputStream out = new DigestOutputStream(
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(at)), sha512), sha256)) {
                content.accept(out);
            }
            Fixity fixity = new Fixity(
                    HexFormat.of().formatHex(sha512.digest()),
                    HexFormat.of().formatHex(sha256.digest()),
                    Files.size(at));
            PackageFile file = new PackageFile(path, fixity, mime, created, null);
            place(file, at);
            return file;
        } catch (IOException | UncheckedIOException e) {
            throw new UnavailableException(
                    "disk", "the package's " + path + " cannot be written: look at the disk of the workspace", e);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is part of every Java platform", e);
        }
    }
}
