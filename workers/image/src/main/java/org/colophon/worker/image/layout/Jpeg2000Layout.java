package org.colophon.worker.image.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;

/** A JPEG 2000 file (ISO/IEC 15444-1 Annex I) or bare codestream, as far as its boxes and its end. */
public record Jpeg2000Layout(Flaw flaw) implements Layout {
    private static final int CODESTREAM = 0x6a703263;
    private static final int END_OF_CODESTREAM = 0xffd9;
    private static final int MOST_BOXES = 10_000;

    @Override
    public Format format() {
        return Format.JPEG_2000;
    }

    @Override
    public int pages() {
        return 1;
    }

    static Jpeg2000Layout read(FileBytes bytes) throws IOException {
        try {
            return new Jpeg2000Layout(bytes.u8(0) == 0xff ? end(bytes, bytes.length()) : boxes(bytes));
        } catch (EOFException e) {
            return new Jpeg2000Layout(Flaw.truncated("its last box is incomplete"));
        }
    }

    private static Flaw boxes(FileBytes bytes) throws IOException {
        long at = 0;
        boolean codestream = false;
        for (int i = 0; at < bytes.length(); i++) {
            long length = bytes.u32(at, ByteOrder.BIG_ENDIAN);
            long type = bytes.u32(at + 4, ByteOrder.BIG_ENDIAN);
            if (length == 1) {
                length = bytes.i64(at + 8, ByteOrder.BIG_ENDIAN);
            } else if (length == 0) {
                length = bytes.length() - at;
            }
            if (length < 8 || i == MOST_BOXES) {
                return Flaw.damaged("a box at byte " + at + " states an impossible length");
            }
            if (!bytes.holds(at, length)) {
                return Flaw.truncated("the box at byte " + at + " reaches beyond its end");
            }
            at += length;
            if (type == CODESTREAM) {
                codestream = true;
                Flaw flaw = end(bytes, at);
                if (flaw != null) {
                    return flaw;
                }
            }
        }
        return codestream ? null : Flaw.damaged("it holds no image data");
    }

    private static Flaw end(FileBytes bytes, long end) throws IOException {
        return bytes.u16(end - 2, ByteOrder.BIG_ENDIAN) == END_OF_CODESTREAM
                ? null
                : Flaw.truncated("the end of its image data is missing");
    }
}
