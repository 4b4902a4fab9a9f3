package org.colophon.worker.image.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;

/** The headers of a Windows bitmap (BITMAPFILEHEADER, BITMAPCOREHEADER, BITMAPINFOHEADER and its successors). */
final class BmpHeader {
    private static final int CORE = 12;
    private static final int RLE_8 = 1;
    private static final int RLE_4 = 2;
    private static final int FIELDS = 3;
    private static final int ALPHA_FIELDS = 6;

    private BmpHeader() {}

    static SimpleLayout read(FileBytes bytes) throws IOException {
        try {
            boolean core = u32(bytes, 14) == CORE;
            Extent extent = core
                    ? new Extent(u16(bytes, 18), u16(bytes, 20))
                    // A negative height means rows from the top
                    : new Extent((int) u32(bytes, 18), Math.abs((long) (int) u32(bytes, 22)));
            int bits = u16(bytes, core ? 24 : 28);
            int compression = core ? 0 : (int) u32(bytes, 30);
            SimpleLayout.Header header = new SimpleLayout.Header(
                    extent,
                    bits <= 8 ? List.of(bits) : Collections.nCopies(3, bits == 16 ? 5 : 8),
                    bits <= 8 ? "PaletteColor" : "RGB",
                    compression(compression),
                    0);
            SimpleLayout.Density density =
                    core || u32(bytes, 38) == 0 ? null : new SimpleLayout.Density(u32(bytes, 38), u32(bytes, 42));
            Flaw flaw = flaw(bytes, extent, bits, core ? 0 : u32(bytes, 34), compression);
            return new SimpleLayout(Format.BMP, header, density, null, null, null, 1, flaw);
        } catch (EOFException e) {
            return new SimpleLayout(
                    Format.BMP, null, null, null, null, null, 1, Flaw.truncated("its header is incomplete"));
        }
    }

    private static String compression(int value) {
        return switch (value) {
            case 0, FIELDS, ALPHA_FIELDS -> "Uncompressed";
            case RLE_8, RLE_4 -> "RLE";
            default -> "unknown (" + value + ")";
        };
    }

    private static Flaw flaw(FileBytes bytes, Extent extent, int bits, long packed, int compression)
            throws IOException {
        if (extent.width() <= 0 || extent.height() <= 0 || bits < 1 || bits > 32) {
            return Flaw.damaged("its header is impossible");
        }
        if (u32(bytes, 2) > bytes.length()) {
            return Flaw.truncated("it says that it has " + u32(bytes, 2) + " bytes, and has " + bytes.length());
        }
        boolean plain = compression == 0 || compression == FIELDS || compression == ALPHA_FIELDS;
        long line = (extent.width() * bits + 31) / 32 * 4;
        long needed = plain ? new Extent(line, extent.height()).pixels() : packed;
        return bytes.holds(u32(bytes, 10), needed) ? null : Flaw.truncated("its image data are incomplete");
    }

    private static int u16(FileBytes bytes, long at) throws IOException {
        return bytes.u16(at, ByteOrder.LITTLE_ENDIAN);
    }

    private static long u32(FileBytes bytes, long at) throws IOException {
        return bytes.u32(at, ByteOrder.LITTLE_ENDIAN);
    }
}
