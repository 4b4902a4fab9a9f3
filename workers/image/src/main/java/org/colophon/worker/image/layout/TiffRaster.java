package org.colophon.worker.image.layout;

import java.io.IOException;

/** Whether the strips or tiles that one TIFF directory names lie inside the file (TIFF 6.0 §3, §15). */
final class TiffRaster {
    private static final int NO_COMPRESSION = 1;
    private static final int OLD_JPEG = 6;
    private static final int SEPARATE_PLANES = 2;
    private static final int SUBSAMPLED = 6;

    private TiffRaster() {}

    /** The page's flaw, or null; {@code index} is for its text. */
    static Flaw flaw(FileBytes bytes, Ifd ifd, int index) throws IOException {
        String page = "page " + (index + 1);
        if (ifd.number(bytes, Tag.IMAGE_WIDTH, 0) <= 0 || ifd.number(bytes, Tag.IMAGE_LENGTH, 0) <= 0) {
            return Flaw.damaged(page + " states no width and height");
        }
        boolean tiled = ifd.has(Tag.TILE_OFFSETS);
        int offsets = tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS;
        int counts = tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS;
        if (ifd.outside() == offsets || ifd.outside() == counts) {
            return Flaw.truncated("the list of the image data of " + page + " lies beyond its end");
        }
        if (!ifd.has(offsets)) {
            boolean oldJpeg = ifd.number(bytes, Tag.COMPRESSION, NO_COMPRESSION) == OLD_JPEG;
            return oldJpeg && ifd.has(Tag.JPEG_INTERCHANGE_FORMAT) ? null : Flaw.damaged(page + " names no image data");
        }
        return pieces(bytes, ifd, page, offsets, counts);
    }

    private static Flaw pieces(FileBytes bytes, Ifd ifd, String page, int offsets, int counts) throws IOException {
        long needed = needed(bytes, ifd, offsets == Tag.TILE_OFFSETS);
        if (needed <= 0 || ifd.count(offsets) < needed) {
            return Flaw.damaged(
                    page + " names " + ifd.count(offsets) + " pieces of image data where its size asks for " + needed);
        }
        boolean counted = ifd.count(counts) >= needed;
        for (long i = 0; i < needed; i++) {
            long at = ifd.nth(bytes, offsets, i);
            long length = counted ? ifd.nth(bytes, counts, i) : 1;
            String piece = "image data of " + page + " (piece " + (i + 1) + " of " + needed + ")";
            if (!bytes.holds(at, length)) {
                return Flaw.truncated(piece + " would lie at bytes " + at + " to " + (at + length)
                        + ", but the file has " + bytes.length());
            }
            if (counted && length < uncompressed(bytes, ifd, i, needed)) {
                return Flaw.damaged(piece + " is shorter than its size asks for");
            }
        }
        return null;
    }

    /** Bytes that a strip of plain rows must have; the last strip may have fewer rows. 0 where it cannot be told. */
    private static long uncompressed(FileBytes bytes, Ifd ifd, long piece, long pieces) throws IOException {
        boolean plain = ifd.number(bytes, Tag.COMPRESSION, NO_COMPRESSION) == NO_COMPRESSION
                && ifd.number(bytes, Tag.PHOTOMETRIC, 0) != SUBSAMPLED
                && ifd.number(bytes, Tag.PLANAR_CONFIGURATION, 1) != SEPARATE_PLANES
                && !ifd.has(Tag.TILE_OFFSETS);
        if (!plain) {
            return 0;
        }
        long height = ifd.number(bytes, Tag.IMAGE_LENGTH, 0);
        long rows = Math.min(height, ifd.number(bytes, Tag.ROWS_PER_STRIP, height));
        long own = piece == pieces - 1 ? height - rows * piece : rows;
        long bits = ifd.number(bytes, Tag.BITS_PER_SAMPLE, 1) * ifd.number(bytes, Tag.SAMPLES_PER_PIXEL, 1);
        Extent line = new Extent(ifd.number(bytes, Tag.IMAGE_WIDTH, 0), bits);
        return new Extent(own, line.pixels() / Byte.SIZE).pixels();
    }

    private static long needed(FileBytes bytes, Ifd ifd, boolean tiled) throws IOException {
        long width = ifd.number(bytes, Tag.IMAGE_WIDTH, 0);
        long height = ifd.number(bytes, Tag.IMAGE_LENGTH, 0);
        long planes = ifd.number(bytes, Tag.PLANAR_CONFIGURATION, 1) == SEPARATE_PLANES
                ? ifd.number(bytes, Tag.SAMPLES_PER_PIXEL, 1)
                : 1;
        if (tiled) {
            long across = pieces(width, ifd.number(bytes, Tag.TILE_WIDTH, 0));
            long down = pieces(height, ifd.number(bytes, Tag.TILE_LENGTH, 0));
            return new Extent(across, down).pixels() * planes;
        }
        long rows = ifd.number(bytes, Tag.ROWS_PER_STRIP, height);
        return pieces(height, rows <= 0 ? height : rows) * planes;
    }

    private static long pieces(long length, long piece) {
        return piece <= 0 ? 0 : (length - 1) / piece + 1;
    }
}
