package org.colophon.adapter.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.colophon.item.Fixity;

/** Takes both digests of bytes that pass by. */
final class HashingWrite {
    private static final int BUFFER = 1 << 18;

    private final MessageDigest sha512 = digest("SHA-512");
    private final MessageDigest sha256 = digest("SHA-256");
    private long size;

    private HashingWrite() {}

    /** Copies to a new file and forces it to disk. */
    static Fixity copy(InputStream from, Path to) throws IOException {
        HashingWrite write = new HashingWrite();
        byte[] buffer = new byte[BUFFER];
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                write.pass(buffer, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        return write.fixity();
    }

    /** Reads a finished file. */
    static Fixity read(InputStream from) throws IOException {
        HashingWrite write = new HashingWrite();
        byte[] buffer = new byte[BUFFER];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            write.pass(buffer, read);
        }
        return write.fixity();
    }

    private void pass(byte[] buffer, int length) {
        sha512.update(buffer, 0, length);
        sha256.update(buffer, 0, length);
        size += length;
    }

    private Fixity fixity() {
        HexFormat hex = HexFormat.of();
        return new Fixity(hex.formatHex(sha512.digest()), hex.formatHex(sha256.digest()), size);
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }
}
