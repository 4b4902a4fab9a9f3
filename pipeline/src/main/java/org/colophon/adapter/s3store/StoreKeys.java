package org.colophon.adapter.s3store;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Properties;

/** The key pair of the embedded store, kept in a file that only its owner may read. */
record StoreKeys(String access, String secret) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int ACCESS_LENGTH = 20;
    private static final int SECRET_LENGTH = 40;

    /** Reads the pair from {@code file}; at the very first start makes one and writes it there with mode 600. */
    static StoreKeys in(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, new StoreKeys(random(ACCESS_LENGTH), random(SECRET_LENGTH)));
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        String access = properties.getProperty("access-key", "").strip();
        String secret = properties.getProperty("secret-key", "").strip();
        if (access.isEmpty() || secret.isEmpty()) {
            throw new IOException(file + " lacks access-key or secret-key; remove the file and new keys are made");
        }
        return new StoreKeys(access, secret);
    }

    /** Written aside and renamed, so that a kill in between never leaves half a key. */
    private static void write(Path file, StoreKeys keys) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // One name, so that what a kill leaves here is replaced, not kept: nobody else writes while we hold the home.
        Path aside = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(aside);
        Files.createFile(aside, ownerOnly(folder));
        try {
            Files.writeString(aside, "access-key=" + keys.access + "\nsecret-key=" + keys.secret + "\n");
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            // Windows: the home's own access list rules.
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    private static String random(int length) {
        SecureRandom random = new SecureRandom();
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    @Override
    public String toString() {
        return "StoreKeys[REDACTED]";
    }
}
