package org.colophon.worker.image.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;

/** One walk over the blocks of a GIF (GIF 89a §§17–27). */
final class GifWalk {
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;
    private static final int TABLE = 0x80;

    private final FileBytes bytes;
    private SimpleLayout.Header header;
    private int frames;

    GifWalk(FileBytes bytes) {
        this.bytes = bytes;
    }

    SimpleLayout walk() throws IOException {
        Flaw flaw;
        try {
            flaw = blocks();
        } catch (EOFException e) {
            flaw = Flaw.truncated("the end of the GIF is missing");
        }
        return new SimpleLayout(Format.GIF, header, null, null, null, null, frames, flaw);
    }

    private Flaw blocks() throws IOException {
        int flags = bytes.u8(10);
        int shared = flags & 7;
        long at = 13L + table(flags);
        while (true) {
            int block = bytes.u8(at);
            if (block == TRAILER) {
                return frames > 0 ? null : Flaw.damaged("it holds no image data");
            }
            if (block == EXTENSION) {
                at = afterData(at + 2);
            } else if (block == IMAGE) {
                int own = bytes.u8(at + 9);
                frame(at + 1, (own & TABLE) != 0 ? own & 7 : shared);
                at = afterData(at + 10 + table(own) + 1);
            } else {
                return Flaw.damaged("at byte " + at + " a block of a GIF should stand, and none does");
            }
        }
    }

    private static int table(int flags) {
        return (flags & TABLE) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** The first picture is the page, whatever the size of the screen that the file draws it on. */
    private void frame(long at, int size) throws IOException {
        frames++;
        if (header == null) {
            Extent extent =
                    new Extent(bytes.u16(at + 4, ByteOrder.LITTLE_ENDIAN), bytes.u16(at + 6, ByteOrder.LITTLE_ENDIAN));
            header = new SimpleLayout.Header(extent, List.of(size + 1), "PaletteColor", "LZW", 0);
        }
    }

    /** Blocks of data, each with its length, up to an empty one. */
    private long afterData(long start) throws IOException {
        long at = start;
        for (int length = bytes.u8(at); length > 0; length = bytes.u8(at)) {
            at += length + 1;
        }
        return at + 1;
    }
}
