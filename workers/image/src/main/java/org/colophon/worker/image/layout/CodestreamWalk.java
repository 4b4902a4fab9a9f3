package org.colophon.worker.image.layout;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One walk from tile to tile of a JPEG 2000 codestream (ISO/IEC 15444-1 Annex A). Decoders fill missing tiles with grey
 * and call that done, so every tile must be there.
 */
final class CodestreamWalk {
    private static final int START = 0xff4f;
    private static final int SIZE = 0xff51;
    private static final int CODING = 0xff52;
    private static final int TILE_PART = 0xff90;
    private static final int END = 0xffd9;
    private static final int MOST_COMPONENTS = 16_384;
    private static final int MOST_TILES = 65_535;

    private final FileBytes bytes;
    private final long from;
    private final long end;
    private Extent extent;
    private long tiles;
    private final List<Integer> bits = new ArrayList<>();
    private boolean subsampled;
    private boolean reversible;

    CodestreamWalk(FileBytes bytes, long from, long end) {
        this.bytes = bytes;
        this.from = from;
        this.end = end;
    }

    /** What was found; null when there is no size to be read. */
    Jpeg2000Layout.Codestream found() {
        return extent == null ? null : new Jpeg2000Layout.Codestream(extent, bits, subsampled, reversible);
    }

    Flaw walk() throws IOException {
        long at = from + 2;
        if (u16(from) != START) {
            return Flaw.damaged("its image data do not begin as JPEG 2000 does");
        }
        while (u16(at) != TILE_PART) {
            int marker = u16(at);
            int length = u16(at + 2);
            if (marker < 0xff00 || marker == END || length < 2) {
                return Flaw.damaged("the header of its image data is broken at byte " + at);
            }
            Flaw flaw = segment(marker, at + 4);
            if (flaw != null) {
                return flaw;
            }
            at += 2 + length;
        }
        return extent == null ? Flaw.damaged("its image data state no size") : tileParts(at);
    }

    private Flaw segment(int marker, long at) throws IOException {
        if (marker == SIZE) {
            return size(at);
        }
        if (marker == CODING) {
            reversible = bytes.u8(at + 9) == 1;
        }
        return null;
    }

    /** §A.5.1: reference grid and its offset, tiles and their offset, then depth and spacing of each component. */
    private Flaw size(long at) throws IOException {
        long left = u32(at + 10);
        long top = u32(at + 14);
        long tilesAcross = tiles(u32(at + 2), u32(at + 26), u32(at + 18));
        long tilesDown = tiles(u32(at + 6), u32(at + 30), u32(at + 22));
        int components = u16(at + 34);
        tiles = new Extent(tilesAcross, tilesDown).pixels();
        if (components < 1 || components > MOST_COMPONENTS || tiles < 1 || tiles > MOST_TILES) {
            return Flaw.damaged("the header of its image data is impossible");
        }
        bits.clear();
        for (int i = 0; i < components; i++) {
            long component = at + 36 + 3L * i;
            bits.add((bytes.u8(component) & 0x7f) + 1);
            subsampled |= bytes.u8(component + 1) != 1 || bytes.u8(component + 2) != 1;
        }
        extent = new Extent(u32(at + 2) - left, u32(at + 6) - top);
        return null;
    }

    private static long tiles(long grid, long offset, long size) {
        return size <= 0 || grid <= offset ? 0 : (grid - offset - 1) / size + 1;
    }

    private Flaw tileParts(long first) throws IOException {
        BitSet seen = new BitSet();
        long at = first;
        while (at + 2 <= end && u16(at) == TILE_PART) {
            seen.set(u16(at + 4));
            long length = u32(at + 6);
            if (length == 0) {
                // It reaches to the end of the codestream: whatever stands there, it is no further part
                at = end - 2;
                break;
            }
            if (length < 14) {
                return Flaw.damaged("a part of its image data at byte " + at + " states an impossible length");
            }
            at += length;
        }
        if (at + 2 > end || u16(at) != END) {
            return Flaw.truncated("the end of its image data is missing");
        }
        return seen.cardinality() < tiles
                ? Flaw.truncated("it holds " + seen.cardinality() + " of its " + tiles + " tiles")
                : null;
    }

    private int u16(long at) throws IOException {
        return bytes.u16(at, ByteOrder.BIG_ENDIAN);
    }

    private long u32(long at) throws IOException {
        return bytes.u32(at, ByteOrder.BIG_ENDIAN);
    }
}
