package org.colophon.worker.image.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One walk from a JPEG's start of image to its end of image. */
final class JpegWalk {
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int MOST_ICC = 16 << 20;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String ICC = "ICC_PROFILE\0";

    private final FileBytes bytes;
    private JpegLayout.Frame frame;
    private JpegLayout.Density density;
    private int adobe = -1;
    private Blob exif;
    private Blob xmp;
    private Blob icc;
    private boolean scanned;

    JpegWalk(FileBytes bytes) {
        this.bytes = bytes;
    }

    JpegLayout walk() throws IOException {
        long end = -1;
        Flaw flaw;
        try {
            end = toEnd();
            flaw = frame == null || !scanned ? Flaw.damaged("it holds no image data") : null;
        } catch (EOFException e) {
            flaw = Flaw.truncated(scanned ? "the end of the image is missing" : "it ends before its image data begins");
        } catch (BrokenException e) {
            flaw = Flaw.damaged(e.getMessage());
        }
        return new JpegLayout(frame, density, adobe, exif, xmp, icc, end < 0 ? 0 : trailing(end), flaw);
    }

    private long toEnd() throws IOException, BrokenException {
        long at = 2;
        while (true) {
            if (bytes.u8(at) != 0xff) {
                throw new BrokenException("at byte " + at + " a JPEG marker should stand, and none does");
            }
            while (bytes.u8(at) == 0xff) {
                at++;
            }
            int marker = bytes.u8(at++);
            if (marker == EOI) {
                return at;
            }
            if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
                continue;
            }
            int length = bytes.u16(at, ByteOrder.BIG_ENDIAN);
            if (length < 2) {
                throw new BrokenException("a segment at byte " + at + " states an impossible length");
            }
            if (!bytes.holds(at, length)) {
                throw new EOFException("a segment beyond the end");
            }
            segment(marker, at + 2, length - 2);
            at += length;
            if (marker == SOS) {
                scanned = true;
                at = afterScan(at);
            }
        }
    }

    /** Entropy-coded data ends at a marker that is neither a stuffed zero nor a restart (T.81 §B.1.1.5). */
    private long afterScan(long start) throws IOException {
        long at = start;
        while (true) {
            at = bytes.find(0xff, at);
            if (at < 0) {
                throw new EOFException("image data without an end");
            }
            int next = bytes.u8(at + 1);
            if (next != 0 && (next < 0xd0 || next > 0xd7)) {
                return at;
            }
            at += 2;
        }
    }

    private void segment(int marker, long at, int length) throws IOException, BrokenException {
        boolean tables = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
        if (marker >= 0xc0 && marker <= 0xcf && !tables) {
            startOfFrame(marker, at, length);
        } else if (marker == 0xe0 && begins(at, length, "JFIF\0") && length >= 12) {
            density = new JpegLayout.Density(
                    bytes.u8(at + 7),
                    bytes.u16(at + 8, ByteOrder.BIG_ENDIAN),
                    bytes.u16(at + 10, ByteOrder.BIG_ENDIAN));
        } else if (marker == 0xe1 && begins(at, length, EXIF) && exif == null) {
            exif = new Blob(bytes.copy(at + EXIF.length(), length - EXIF.length()));
        } else if (marker == 0xe1 && begins(at, length, XMP) && xmp == null) {
            xmp = new Blob(bytes.copy(at + XMP.length(), length - XMP.length()));
        } else if (marker == 0xe2 && begins(at, length, ICC) && length > ICC.length() + 2) {
            profile(bytes.copy(at + ICC.length() + 2, length - ICC.length() - 2));
        } else if (marker == 0xee && begins(at, length, "Adobe") && length >= 12) {
            adobe = bytes.u8(at + 11);
        }
    }

    private void profile(byte[] part) {
        if (icc == null) {
            icc = new Blob(part);
        } else if (icc.length() < MOST_ICC) {
            icc = icc.then(part);
        }
    }

    private void startOfFrame(int marker, long at, int length) throws IOException, BrokenException {
        int count = length < 6 ? 0 : bytes.u8(at + 5);
        if (count == 0 || length < 6 + 3 * count) {
            throw new BrokenException("its frame header is too short");
        }
        List<Integer> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            components.add(bytes.u8(at + 6 + 3L * i));
        }
        Extent extent = new Extent(bytes.u16(at + 3, ByteOrder.BIG_ENDIAN), bytes.u16(at + 1, ByteOrder.BIG_ENDIAN));
        frame = new JpegLayout.Frame(marker, bytes.u8(at), extent, List.copyOf(components));
    }

    private boolean begins(long at, int length, String text) throws IOException {
        return length >= text.length()
                && new String(bytes.copy(at, text.length()), StandardCharsets.ISO_8859_1).equals(text);
    }

    private long trailing(long end) throws IOException {
        long at = end;
        while (at < bytes.length()) {
            int value = bytes.u8(at);
            if (value != 0 && value != 0xff && value != ' ' && value != '\r' && value != '\n') {
                // The first byte of a marker is no padding
                return bytes.length() - (at > end && bytes.u8(at - 1) == 0xff ? at - 1 : at);
            }
            at++;
        }
        return 0;
    }

    private static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenException(String message) {
            super(message);
        }
    }
}
