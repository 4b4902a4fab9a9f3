package org.colophon.worker.image.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** One walk over a PNG's chunks, with or without their check sums. */
final class PngWalk {
    private static final int MOST_METADATA = 16 << 20;
    private static final int MOST_TEXTS = 100;
    private static final String XMP = "XML:com.adobe.xmp\0\0\0\0\0";

    private final FileBytes bytes;
    private final boolean sums;
    private final Map<String, String> texts = new HashMap<>();
    private PngLayout.Header header;
    private PngLayout.Density density;
    private Blob icc;
    private Blob exif;
    private Blob xmp;
    private boolean standardRgb;
    private boolean imageData;

    PngWalk(FileBytes bytes, boolean sums) {
        this.bytes = bytes;
        this.sums = sums;
    }

    PngLayout walk() throws IOException {
        Flaw flaw;
        try {
            flaw = chunks();
        } catch (EOFException e) {
            flaw = Flaw.truncated("its last chunk is incomplete, and the end of the image is missing");
        }
        return new PngLayout(header, density, icc, exif, xmp, Map.copyOf(texts), standardRgb, flaw);
    }

    private Flaw chunks() throws IOException {
        if (bytes.i64(0, ByteOrder.BIG_ENDIAN) != 0x89504e470d0a1a0aL) {
            return Flaw.damaged("its PNG signature is altered, as by a transfer in text mode");
        }
        long at = 8;
        while (true) {
            long length = bytes.u32(at, ByteOrder.BIG_ENDIAN);
            String type = new String(bytes.copy(at + 4, 4), StandardCharsets.ISO_8859_1);
            if (!bytes.holds(at + 8, length + 4)) {
                throw new EOFException("chunk " + at);
            }
            if (sums && !sumHolds(at + 4, length + 4)) {
                return Flaw.damaged("the check sum of its chunk at byte " + at + " does not match");
            }
            if (header == null && !type.equals("IHDR")) {
                return Flaw.damaged("it does not begin with an image header");
            }
            if (type.equals("IEND")) {
                return imageData ? null : Flaw.damaged("it holds no image data");
            }
            if (!chunk(type, at + 8, length)) {
                return Flaw.damaged("its image header is impossible");
            }
            at += length + 12;
        }
    }

    private boolean chunk(String type, long at, long length) throws IOException {
        if (type.equals("IHDR")) {
            return length == 13 && header(at);
        }
        if (type.equals("IDAT")) {
            imageData = true;
        }
        if (length > MOST_METADATA) {
            return true;
        }
        int count = (int) length;
        switch (type) {
            case "pHYs" -> {
                if (count == 9) {
                    density = new PngLayout.Density(
                            bytes.u32(at, ByteOrder.BIG_ENDIAN),
                            bytes.u32(at + 4, ByteOrder.BIG_ENDIAN),
                            bytes.u8(at + 8) == 1);
                }
            }
            case "sRGB" -> standardRgb = true;
            case "iCCP" -> icc = new Blob(bytes.copy(at, count));
            case "eXIf" -> exif = new Blob(bytes.copy(at, count));
            case "iTXt" -> international(at, count);
            case "tEXt" -> text(at, count);
            default -> {}
        }
        return true;
    }

    private boolean header(long at) throws IOException {
        Extent extent = new Extent(bytes.u32(at, ByteOrder.BIG_ENDIAN), bytes.u32(at + 4, ByteOrder.BIG_ENDIAN));
        int bits = bytes.u8(at + 8);
        int colour = bytes.u8(at + 9);
        header = new PngLayout.Header(extent, bits, colour);
        boolean size = extent.width() > 0
                && extent.height() > 0
                && extent.width() <= Integer.MAX_VALUE
                && extent.height() <= Integer.MAX_VALUE;
        return size && Integer.bitCount(bits) == 1 && bits <= 16 && colour <= 6 && colour != 1 && colour != 5;
    }

    private void text(long at, int length) throws IOException {
        String text = new String(bytes.copy(at, length), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        if (end > 0 && texts.size() < MOST_TEXTS) {
            texts.put(text.substring(0, end), text.substring(end + 1));
        }
    }

    private void international(long at, int length) throws IOException {
        int start = XMP.length();
        if (length > start && new String(bytes.copy(at, start), StandardCharsets.ISO_8859_1).equals(XMP)) {
            xmp = new Blob(bytes.copy(at + start, length - start));
        }
    }

    private boolean sumHolds(long at, long length) throws IOException {
        CRC32 sum = new CRC32();
        int part;
        for (long done = 0; done < length; done += part) {
            part = (int) Math.min(1 << 16, length - done);
            sum.update(bytes.copy(at + done, part));
        }
        return sum.getValue() == bytes.u32(at + length, ByteOrder.BIG_ENDIAN);
    }
}
