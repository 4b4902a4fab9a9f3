package org.colophon.worker.image.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * One image file directory of a TIFF, BigTIFF or Exif block (TIFF 6.0 §2). Values are fetched when asked for, and never
 * more of them than asked for, whatever count the entry states.
 */
public final class Ifd {
    private static final int MOST_ENTRIES = 4096;
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
    private static final int RATIONAL = 5;

    private record Entry(int type, long count, long at) {}

    private final ByteOrder order;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final long next;
    private int outside;

    private Ifd(ByteOrder order, long next) {
        this.order = order;
        this.next = next;
    }

    /**
     * Reads the directory at an offset.
     *
     * @throws EOFException when the directory, or a value it needs, lies outside the file
     * @throws IOException when it states an impossible number of entries
     */
    public static Ifd read(FileBytes bytes, long at, ByteOrder order, boolean big) throws IOException {
        long count = big ? bytes.i64(at, order) : bytes.u16(at, order);
        if (count < 1 || count > MOST_ENTRIES) {
            throw new IOException("a page directory of " + Long.toUnsignedString(count) + " entries");
        }
        long first = at + (big ? 8 : 2);
        int size = big ? 20 : 12;
        long end = first + count * size;
        // Some writers leave out the last directory's link to a next one; none leaves out half of it
        boolean linked = end != bytes.length();
        long next = !linked ? 0 : big ? bytes.i64(end, order) : bytes.u32(end, order);
        Ifd ifd = new Ifd(order, next);
        for (long entry = first; entry < end; entry += size) {
            ifd.add(bytes, entry, big);
        }
        return ifd;
    }

    private void add(FileBytes bytes, long at, boolean big) throws IOException {
        int type = bytes.u16(at + 2, order);
        long count = big ? bytes.i64(at + 4, order) : bytes.u32(at + 4, order);
        long field = at + (big ? 12 : 8);
        int room = big ? 8 : 4;
        if (!bytes.holds(field, room)) {
            throw new EOFException("a page directory lies beyond its end");
        }
        int size = type < TYPE_SIZES.length ? TYPE_SIZES[type] : 0;
        if (size == 0 || count < 0 || count > bytes.length()) {
            return;
        }
        boolean inline = count * size <= room;
        long value = inline ? field : big ? bytes.i64(field, order) : bytes.u32(field, order);
        int tag = bytes.u16(at, order);
        if (bytes.holds(value, count * size)) {
            entries.putIfAbsent(tag, new Entry(type, count, value));
        } else {
            outside = tag;
        }
    }

    /** Offset of the next directory, 0 when this is the last. */
    long next() {
        return next;
    }

    /** A tag whose value lies beyond the end of the file; 0 when there is none. */
    int outside() {
        return outside;
    }

    /** Whether the tag is there, with its value inside the file. */
    public boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** How many values the tag has. */
    public long count(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : entry.count();
    }

    /** The first value of an integer tag. */
    public long number(FileBytes bytes, int tag, long otherwise) throws IOException {
        return count(tag) == 0 ? otherwise : nth(bytes, tag, 0);
    }

    /** The i-th value of an integer tag that has so many. */
    public long nth(FileBytes bytes, int tag, long i) throws IOException {
        Entry entry = entries.get(tag);
        long at = entry.at() + i * TYPE_SIZES[entry.type()];
        return switch (TYPE_SIZES[entry.type()]) {
            case 1 -> bytes.u8(at);
            case 2 -> bytes.u16(at, order);
            case 8 -> entry.type() == RATIONAL ? bytes.u32(at, order) : bytes.i64(at, order);
            default -> bytes.u32(at, order);
        };
    }

    /** The first value of a rational tag; null when absent or divided by zero. */
    public Double rational(FileBytes bytes, int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.count() == 0) {
            return null;
        }
        if (entry.type() != RATIONAL) {
            return (double) number(bytes, tag, 0);
        }
        long divisor = bytes.u32(entry.at() + 4, order);
        return divisor == 0 ? null : (double) bytes.u32(entry.at(), order) / divisor;
    }

    /** The text of an ASCII tag up to its first NUL, at most {@code most} characters; null when absent. */
    public String text(FileBytes bytes, int tag, int most) throws IOException {
        byte[] raw = raw(bytes, tag, most);
        if (raw == null) {
            return null;
        }
        String text = decoded(raw);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The standard says ASCII; writers put UTF-8 there, or the Latin-1 of their machine. */
    private static String decoded(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, StandardCharsets.ISO_8859_1);
        }
    }

    /** At most {@code most} bytes of a tag's value as they lie; null when absent. */
    public byte[] raw(FileBytes bytes, int tag, int most) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return null;
        }
        return bytes.copy(entry.at(), (int) Math.min(most, entry.count() * TYPE_SIZES[entry.type()]));
    }
}
