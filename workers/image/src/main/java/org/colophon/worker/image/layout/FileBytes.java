package org.colophon.worker.image.layout;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file at any offset, through one small window: however large the file says a thing is, no more memory
 * is taken than the caller asks for. Reading beyond the end is an {@link EOFException}.
 */
public final class FileBytes implements Closeable {
    private static final int WINDOW = 64 * 1024;

    private final FileChannel channel;
    private final long length;
    private ByteBuffer window;
    private long windowStart;

    private FileBytes(FileChannel channel, long length, ByteBuffer window) {
        this.channel = channel;
        this.length = length;
        this.window = window;
    }

    /** Opens a file for reading. */
    public static FileBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new FileBytes(
                channel, channel.size(), ByteBuffer.allocate(WINDOW).limit(0));
    }

    /** Bytes already in memory, such as an Exif block. */
    public static FileBytes of(byte[] bytes) {
        return new FileBytes(null, bytes.length, ByteBuffer.wrap(bytes));
    }

    /** Bytes in all. */
    public long length() {
        return length;
    }

    /** Whether {@code count} bytes from {@code at} lie inside the file. */
    public boolean holds(long at, long count) {
        return at >= 0 && count >= 0 && at <= length && count <= length - at;
    }

    /** The unsigned byte at an offset. */
    public int u8(long at) throws IOException {
        return window.get(position(at, 1)) & 0xff;
    }

    /** The unsigned 16-bit number at an offset. */
    public int u16(long at, ByteOrder order) throws IOException {
        int position = position(at, 2);
        return window.order(order).getShort(position) & 0xffff;
    }

    /** The unsigned 32-bit number at an offset. */
    public long u32(long at, ByteOrder order) throws IOException {
        int position = position(at, 4);
        return window.order(order).getInt(position) & 0xffff_ffffL;
    }

    /** The 64-bit number at an offset; above 2^63 it comes out negative and is inside no file. */
    public long i64(long at, ByteOrder order) throws IOException {
        int position = position(at, 8);
        return window.order(order).getLong(position);
    }

    /** A copy of {@code count} bytes from {@code at}. */
    public byte[] copy(long at, int count) throws IOException {
        if (!holds(at, count)) {
            throw new EOFException("bytes " + at + " to " + (at + count) + " of " + length);
        }
        byte[] copy = new byte[count];
        for (int done = 0; done < count; ) {
            int position = position(at + done, 1);
            int part = Math.min(count - done, window.limit() - position);
            window.get(position, copy, done, part);
            done += part;
        }
        return copy;
    }

    /** The offset of the first byte of this value from {@code at} on, or -1. */
    public long find(int value, long at) throws IOException {
        byte wanted = (byte) value;
        for (long start = at; start < length; ) {
            int position = position(start, 1);
            int limit = window.limit();
            for (int i = position; i < limit; i++) {
                if (window.get(i) == wanted) {
                    return start + (i - position);
                }
            }
            start += limit - position;
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private int position(long at, int count) throws IOException {
        if (!holds(at, count)) {
            throw new EOFException("byte " + at + " of " + length);
        }
        if (at < windowStart || at + count > windowStart + window.limit()) {
            fill(at);
        }
        return (int) (at - windowStart);
    }

    private void fill(long at) throws IOException {
        window.clear();
        windowStart = at;
        while (window.hasRemaining() && channel.read(window, at + window.position()) >= 0) {
            // the channel may give less than was asked for
        }
        window.flip();
        if (window.limit() < Math.min(8, length - at)) {
            throw new EOFException("the file became shorter while it was read");
        }
    }
}
