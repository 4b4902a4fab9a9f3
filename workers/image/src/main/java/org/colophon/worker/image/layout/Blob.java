package org.colophon.worker.image.layout;

import java.util.Arrays;

/** Bytes that travel in a record: metadata as it lay in the file. */
public final class Blob {
    private final byte[] bytes;

    /** Takes a copy. */
    public Blob(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of them. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** These and then those. */
    Blob then(byte[] more) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, all, bytes.length, more.length);
        return new Blob(all);
    }

    /** Bytes in all. */
    public int length() {
        return bytes.length;
    }
}
