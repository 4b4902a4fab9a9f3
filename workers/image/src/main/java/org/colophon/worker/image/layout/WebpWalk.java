package org.colophon.worker.image.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** One walk over the chunks of a WebP (RFC 9649). */
final class WebpWalk {
    private static final int ALPHA_FLAG = 0x10;
    private static final int SIZE_MASK = 0x3fff;
    private static final int MOST_METADATA = 16 << 20;

    private final FileBytes bytes;
    private Extent canvas;
    private Extent picture;
    private boolean alpha;
    private boolean lossless;
    private Blob icc;
    private Blob exif;
    private Blob xmp;
    private int frames;

    WebpWalk(FileBytes bytes) {
        this.bytes = bytes;
    }

    SimpleLayout walk() throws IOException {
        Flaw flaw;
        try {
            flaw = chunks();
        } catch (EOFException e) {
            flaw = Flaw.truncated("its last chunk is incomplete");
        }
        SimpleLayout.Header header = null;
        Extent extent = canvas == null ? picture : canvas;
        if (extent != null) {
            header = new SimpleLayout.Header(
                    extent,
                    Collections.nCopies(alpha ? 4 : 3, 8),
                    lossless ? "RGB" : "YCbCr",
                    lossless ? "WebP lossless" : "WebP lossy",
                    alpha ? 1 : 0);
        }
        return new SimpleLayout(Format.WEBP, header, null, icc, exif, xmp, Math.max(1, frames), flaw);
    }

    private Flaw chunks() throws IOException {
        long end = 8 + u32(4);
        if (end > bytes.length()) {
            return Flaw.truncated("it says that it has " + end + " bytes, and has " + bytes.length());
        }
        for (long at = 12; at + 8 <= end; ) {
            String type = new String(bytes.copy(at, 4), StandardCharsets.ISO_8859_1);
            long length = u32(at + 4);
            if (length > end - at - 8) {
                return Flaw.damaged("its chunk at byte " + at + " reaches beyond its end");
            }
            chunk(type, at + 8, length);
            at += 8 + length + (length & 1);
        }
        return picture == null && frames == 0 ? Flaw.damaged("it holds no image data") : null;
    }

    private void chunk(String type, long at, long length) throws IOException {
        switch (type) {
            case "VP8X" -> {
                alpha = (bytes.u8(at) & ALPHA_FLAG) != 0;
                canvas = new Extent(u24(at + 4) + 1, u24(at + 7) + 1);
            }
            case "VP8 " -> picture = new Extent(u16(at + 6) & SIZE_MASK, u16(at + 8) & SIZE_MASK);
            case "VP8L" -> {
                long packed = u32(at + 1);
                lossless = true;
                picture = new Extent((packed & SIZE_MASK) + 1, (packed >> 14 & SIZE_MASK) + 1);
                alpha |= (packed >> 28 & 1) != 0;
            }
            case "ANMF" -> frames++;
            case "ICCP" -> icc = blob(at, length);
            case "EXIF" -> exif = exif(at, length);
            case "XMP " -> xmp = blob(at, length);
            default -> {}
        }
    }

    /** Some writers put JPEG's mark before it. */
    private Blob exif(long at, long length) throws IOException {
        boolean marked = length > 6 && new String(bytes.copy(at, 4), StandardCharsets.ISO_8859_1).equals("Exif");
        return marked ? blob(at + 6, length - 6) : blob(at, length);
    }

    private Blob blob(long at, long length) throws IOException {
        return length > MOST_METADATA ? null : new Blob(bytes.copy(at, (int) length));
    }

    private int u16(long at) throws IOException {
        return bytes.u16(at, ByteOrder.LITTLE_ENDIAN);
    }

    private long u24(long at) throws IOException {
        return u16(at) | (long) bytes.u8(at + 2) << 16;
    }

    private long u32(long at) throws IOException {
        return bytes.u32(at, ByteOrder.LITTLE_ENDIAN);
    }
}
