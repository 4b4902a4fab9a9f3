package org.colophon.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Two small ICC profiles, version 2.1 (ICC.1:1998-09): sRGB's primaries with its curve, and grey with the same curve.
 * Written here so that their bytes do not change from one Java to the next.
 */
final class IccProfile {
    private static final int HEADER = 128;
    private static final int CURVE_POINTS = 1024;

    private IccProfile() {}

    static byte[] grey() {
        Map<String, byte[]> tags = common("Colophon sample grey, sRGB curve");
        tags.put("kTRC", curve());
        return profile("GRAY", tags);
    }

    static byte[] rgb() {
        Map<String, byte[]> tags = common("Colophon sample sRGB");
        tags.put("rXYZ", xyz(0.4360747, 0.2225045, 0.0139322));
        tags.put("gXYZ", xyz(0.3850649, 0.7168786, 0.0971045));
        tags.put("bXYZ", xyz(0.1430804, 0.0606169, 0.7141733));
        byte[] curve = curve();
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return profile("RGB ", tags);
    }

    private static Map<String, byte[]> common(String description) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description(description));
        tags.put("cprt", text("No copyright, use freely"));
        tags.put("wtpt", xyz(0.9642, 1.0, 0.8249));
        return tags;
    }

    private static byte[] profile(String space, Map<String, byte[]> tags) {
        int table = HEADER + 4 + 12 * tags.size();
        ByteBuffer directory = ByteBuffer.allocate(table - HEADER).putInt(tags.size());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, Integer> places = new LinkedHashMap<>();
        tags.forEach((name, tag) -> {
            // The three colours share one curve, as profiles usually do.
            boolean shared = name.endsWith("TRC") && places.containsKey("curve");
            int place = shared ? places.get("curve") : table + body.size();
            if (!shared) {
                body.writeBytes(tag);
                body.writeBytes(new byte[(4 - tag.length % 4) % 4]);
            }
            if (name.endsWith("TRC")) {
                places.put("curve", place);
            }
            directory.put(ascii(name)).putInt(place).putInt(tag.length);
        });
        ByteBuffer profile = ByteBuffer.allocate(table + body.size());
        profile.put(header(space, profile.capacity())).put(directory.array()).put(body.toByteArray());
        return profile.array();
    }

    /** ICC.1:1998-09 §6.1. The date is fixed: the same scan has the same bytes on every day. */
    private static byte[] header(String space, int size) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putInt(size)
                .put(new byte[4])
                .putInt(0x02100000)
                .put(ascii("scnr"))
                .put(ascii(space));
        header.put(ascii("XYZ "));
        for (int part : new int[] {2026, 1, 1, 0, 0, 0}) {
            header.putShort((short) part);
        }
        header.put(ascii("acsp")).position(68);
        header.putInt(fixed(0.9642)).putInt(fixed(1.0)).putInt(fixed(0.8249));
        return header.array();
    }

    private static byte[] curve() {
        ByteBuffer curve = ByteBuffer.allocate(12 + 2 * CURVE_POINTS).put(ascii("curv"));
        curve.putInt(0).putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            double value = i / (CURVE_POINTS - 1.0);
            double linear = value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
            curve.putShort((short) StrictMath.round(linear * 65535));
        }
        return curve.array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt(fixed(x))
                .putInt(fixed(y))
                .putInt(fixed(z))
                .array();
    }

    private static byte[] text(String text) {
        byte[] bytes = ascii(text);
        return ByteBuffer.allocate(9 + bytes.length)
                .put(ascii("text"))
                .putInt(0)
                .put(bytes)
                .array();
    }

    /** textDescriptionType, ICC.1:1998-09 §6.5.17, with empty Unicode and Macintosh parts. */
    private static byte[] description(String text) {
        byte[] bytes = ascii(text);
        return ByteBuffer.allocate(12 + bytes.length + 1 + 8 + 70)
                .put(ascii("desc"))
                .putInt(0)
                .putInt(bytes.length + 1)
                .put(bytes)
                .array();
    }

    private static int fixed(double value) {
        return (int) StrictMath.round(value * 65536);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
