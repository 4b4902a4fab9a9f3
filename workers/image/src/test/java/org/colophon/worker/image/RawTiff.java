package org.colophon.worker.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A TIFF written byte by byte, so that a test can say anything in it; without an image it is an Exif block. */
final class RawTiff {
    private static final int START = 8;

    private final Map<Integer, Object> tags = new TreeMap<>();
    private byte[] pixels = new byte[0];
    private int next;

    /** An uncompressed grey page of one strip, all of one value. */
    static RawTiff grey(int width, int height) {
        RawTiff tiff = new RawTiff()
                .with(256, width)
                .with(257, height)
                .with(258, 8)
                .with(259, 1)
                .with(262, 1)
                .with(277, 1)
                .with(278, height)
                .with(273, 0)
                .with(279, width * height);
        tiff.pixels = new byte[width * height];
        Arrays.fill(tiff.pixels, (byte) 200);
        return tiff;
    }

    /** Sets a tag: Integer is LONG, Short is SHORT, String is ASCII, int[] of two is RATIONAL, byte[] is UNDEFINED. */
    RawTiff with(int tag, Object value) {
        tags.put(tag, value);
        return this;
    }

    /** Where the directory says that the next one is. */
    RawTiff next(int offset) {
        next = offset;
        return this;
    }

    byte[] bytes() {
        int values = START + 2 + 12 * tags.size() + 4;
        int end = values;
        for (Object value : tags.values()) {
            end += value instanceof Integer || value instanceof Short ? 0 : raw(value).length + 1;
        }
        ByteBuffer out = ByteBuffer.allocate(end + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {'I', 'I', 42, 0}).putInt(START).putShort((short) tags.size());
        if (pixels.length > 0 && Integer.valueOf(0).equals(tags.get(273))) {
            tags.put(273, end);
        }
        int at = values;
        for (Map.Entry<Integer, Object> tag : tags.entrySet()) {
            at = entry(out, tag.getKey(), tag.getValue(), at);
        }
        out.putInt(next);
        out.position(end).put(pixels);
        return out.array();
    }

    private static int entry(ByteBuffer out, int tag, Object value, int at) {
        out.putShort((short) tag);
        if (value instanceof Integer number) {
            out.putShort((short) 4).putInt(1).putInt(number);
            return at;
        }
        if (value instanceof Short number) {
            out.putShort((short) 3).putInt(1).putInt(number);
            return at;
        }
        byte[] raw = raw(value);
        short type = (short) (value instanceof String ? 2 : value instanceof int[] ? 5 : 7);
        out.putShort(type).putInt(type == 5 ? raw.length / 8 : raw.length);
        if (raw.length <= 4) {
            out.put(raw.clone()).position(out.position() + 4 - raw.length);
            return at;
        }
        out.putInt(at);
        int back = out.position();
        out.position(at).put(raw).position(back);
        return at + raw.length;
    }

    private static byte[] raw(Object value) {
        if (value instanceof String text) {
            return (text + '\0').getBytes(StandardCharsets.UTF_8);
        }
        if (value instanceof int[] numbers) {
            ByteBuffer raw = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
            for (int number : numbers) {
                raw.putInt(number);
            }
            return raw.array();
        }
        return (byte[]) value;
    }
}
