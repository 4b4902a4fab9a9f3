package org.colophon.worker.image.layout;

import java.io.IOException;
import java.nio.ByteOrder;

/** Boxes one after another, each with its length and type (ISO/IEC 15444-1 §I.4, ISO/IEC 14496-12 §4.2). */
final class Boxes {
    private static final int MOST_BOXES = 10_000;

    private Boxes() {}

    /**
     * One box.
     *
     * @param type its four characters as a number
     * @param content offset of what is in it
     * @param end offset of the first byte after it
     */
    record Box(int type, long content, long end) {}

    /** What is done with a box; a flaw ends the walk. */
    interface Visitor {
        Flaw visit(Box box) throws IOException;
    }

    /** Four characters as a number. */
    static int type(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    /** Visits all boxes between two offsets; the first flaw of one of them, or null. */
    static Flaw walk(FileBytes bytes, long from, long end, Visitor visitor) throws IOException {
        long at = from;
        for (int i = 0; at < end; i++) {
            long length = bytes.u32(at, ByteOrder.BIG_ENDIAN);
            int type = (int) bytes.u32(at + 4, ByteOrder.BIG_ENDIAN);
            long head = 8;
            if (length == 1) {
                length = bytes.i64(at + 8, ByteOrder.BIG_ENDIAN);
                head = 16;
            } else if (length == 0) {
                // "Up to the end": only the last may say so
                length = end - at;
            }
            if (length < head || i == MOST_BOXES) {
                return Flaw.damaged("a box at byte " + at + " states an impossible length");
            }
            if (!bytes.holds(at, length)) {
                return Flaw.truncated("the box at byte " + at + " reaches beyond its end");
            }
            if (length > end - at) {
                return Flaw.damaged("a box at byte " + at + " reaches beyond the one it is in");
            }
            Flaw flaw = visitor.visit(new Box(type, at + head, at + length));
            if (flaw != null) {
                return flaw;
            }
            at += length;
        }
        return null;
    }
}
