package org.colophon.worker.image;

import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/**
 * A TIFF or BigTIFF in either byte order, page by page, in strips or tiles, chunky or in planes: what the JDK's own
 * writer cannot say is written here by hand.
 */
final class TiffScan {
    static final int UNCOMPRESSED = 1;
    static final int LZW = 5;
    static final int DEFLATE = 8;
    static final int PACK_BITS = 32773;

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private final ByteBuffer out;
    private final boolean big;
    /** Where the offset of the next directory goes. */
    private int link;

    TiffScan(ByteOrder order, boolean big) {
        this.out = ByteBuffer.allocate(1 << 20).order(order);
        this.big = big;
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        out.put(mark).put(mark).putShort((short) (big ? 43 : 42));
        if (big) {
            out.putShort((short) 8).putShort((short) 0);
        }
        link = out.position();
        offset(0);
    }

    /**
     * One page.
     *
     * @param photometric as in tag 262
     * @param tile side of a tile, 0 for strips of 16 rows
     * @param planar whether each sample has planes of its own
     * @param extra samples that are no colour
     * @param palette tag 320, or null
     */
    record Page(
            Raster raster, int photometric, int compression, int tile, boolean planar, int extra, List<Long> palette) {
        static Page of(Raster raster, int photometric) {
            return new Page(raster, photometric, UNCOMPRESSED, 0, false, 0, null);
        }

        Page packed(int by) {
            return new Page(raster, photometric, by, tile, planar, extra, palette);
        }

        Page tiled(int side) {
            return new Page(raster, photometric, compression, side, planar, extra, palette);
        }

        Page planes() {
            return new Page(raster, photometric, compression, tile, true, extra, palette);
        }

        Page alpha() {
            return new Page(raster, photometric, compression, tile, planar, 1, palette);
        }

        Page colours(List<Long> map) {
            return new Page(raster, photometric, compression, tile, planar, extra, map);
        }

        int bits() {
            return raster.getSampleModel().getSampleSize(0);
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(out.array(), out.position());
    }

    /** Adds a page. */
    TiffScan page(Page page) {
        List<Long> offsets = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        int bands = page.raster().getNumBands();
        int side = page.tile();
        for (int plane = 0; plane < (page.planar() ? bands : 1); plane++) {
            for (int y = 0; y < page.raster().getHeight(); y += side == 0 ? 16 : side) {
                int across = side == 0 ? page.raster().getWidth() : side;
                for (int x = 0; x < page.raster().getWidth(); x += across) {
                    byte[] piece = piece(page, x, y, across, plane);
                    offsets.add((long) out.position());
                    counts.add((long) piece.length);
                    out.put(piece);
                }
            }
        }
        directory(page, offsets, counts);
        return this;
    }

    private byte[] piece(Page page, int left, int top, int width, int plane) {
        Raster raster = page.raster();
        int bottom = page.tile() == 0 ? Math.min(raster.getHeight(), top + 16) : top + page.tile();
        int first = page.planar() ? plane : 0;
        int last = page.planar() ? plane + 1 : raster.getNumBands();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int y = top; y < bottom; y++) {
            ByteBuffer row = ByteBuffer.allocate((width * (last - first) * page.bits() + 7) / 8)
                    .order(out.order());
            for (int x = left; x < left + width; x++) {
                for (int band = first; band < last; band++) {
                    boolean inside = x < raster.getWidth() && y < raster.getHeight();
                    put(row, x - left, inside ? raster.getSample(x, y, band) : 0, page.bits());
                }
            }
            rows.writeBytes(packed(row.array(), page.compression()));
        }
        return switch (page.compression()) {
            case DEFLATE -> deflated(rows.toByteArray());
            case LZW -> lzw(rows.toByteArray());
            default -> rows.toByteArray();
        };
    }

    private static void put(ByteBuffer row, int x, int sample, int bits) {
        switch (bits) {
            case 1 -> row.put(x / 8, (byte) (row.get(x / 8) | sample << (7 - x % 8)));
            case 8 -> row.put((byte) sample);
            default -> row.putShort((short) sample);
        }
    }

    /** PackBits goes by rows: runs of bytes as they are (TIFF 6.0 §9). */
    private static byte[] packed(byte[] row, int compression) {
        if (compression != PACK_BITS) {
            return row;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int at = 0; at < row.length; at += 128) {
            int count = Math.min(128, row.length - at);
            packed.write(count - 1);
            packed.write(row, at, count);
        }
        return packed.toByteArray();
    }

    private static byte[] deflated(byte[] rows) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed)) {
            deflated.write(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Codes of nine bits for single bytes, the table cleared before ten are needed (TIFF 6.0 §13). */
    private static byte[] lzw(byte[] rows) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        long bits = 0;
        int count = 0;
        for (int i = 0; i <= rows.length; i++) {
            int[] codes = i == rows.length ? new int[] {257} : new int[] {rows[i] & 0xff};
            codes = i % 200 == 0 ? new int[] {256, codes[0]} : codes;
            for (int code : codes) {
                bits = (bits << 9) | code;
                for (count += 9; count >= 8; count -= 8) {
                    packed.write((int) (bits >> (count - 8)));
                }
            }
        }
        packed.write((int) (bits << (8 - count)));
        return packed.toByteArray();
    }

    private void directory(Page page, List<Long> offsets, List<Long> counts) {
        Raster raster = page.raster();
        boolean tiled = page.tile() > 0;
        int bands = raster.getNumBands();
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(256, LONG, List.of((long) raster.getWidth())));
        fields.add(new Field(257, LONG, List.of((long) raster.getHeight())));
        fields.add(new Field(258, SHORT, Collections.nCopies(bands, (long) page.bits())));
        fields.add(new Field(259, SHORT, List.of((long) page.compression())));
        fields.add(new Field(262, SHORT, List.of((long) page.photometric())));
        if (!tiled) {
            fields.add(new Field(273, LONG, offsets));
        }
        fields.add(new Field(277, SHORT, List.of((long) bands)));
        if (!tiled) {
            fields.add(new Field(278, LONG, List.of(16L)));
            fields.add(new Field(279, LONG, counts));
        }
        fields.add(new Field(282, RATIONAL, List.of(300L, 1L)));
        fields.add(new Field(283, RATIONAL, List.of(300L, 1L)));
        fields.add(new Field(284, SHORT, List.of(page.planar() ? 2L : 1L)));
        fields.add(new Field(296, SHORT, List.of(2L)));
        if (page.palette() != null) {
            fields.add(new Field(320, SHORT, page.palette()));
        }
        if (tiled) {
            fields.add(new Field(322, LONG, List.of((long) page.tile())));
            fields.add(new Field(323, LONG, List.of((long) page.tile())));
            fields.add(new Field(324, LONG, offsets));
            fields.add(new Field(325, LONG, counts));
        }
        if (page.extra() > 0) {
            fields.add(new Field(338, SHORT, List.of(2L)));
        }
        write(fields);
    }

    private record Field(int tag, int type, List<Long> values) {
        int size() {
            return values.size() * (type == SHORT ? 2 : 4);
        }
    }

    private void write(List<Field> fields) {
        int room = big ? 8 : 4;
        List<Integer> places = new ArrayList<>();
        for (Field field : fields) {
            places.add(out.position());
            if (field.size() > room) {
                values(field);
            }
        }
        out.position(out.position() + out.position() % 2);
        int start = out.position();
        out.position(link);
        offset(start);
        out.position(start);
        if (big) {
            out.putLong(fields.size());
        } else {
            out.putShort((short) fields.size());
        }
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            out.putShort((short) field.tag()).putShort((short) field.type());
            offset(field.type() == RATIONAL ? 1 : field.values().size());
            int end = out.position() + room;
            if (field.size() > room) {
                offset(places.get(i));
            } else {
                values(field);
            }
            out.position(end);
        }
        link = out.position();
        offset(0);
    }

    private void values(Field field) {
        for (long value : field.values()) {
            if (field.type() == SHORT) {
                out.putShort((short) value);
            } else {
                out.putInt((int) value);
            }
        }
    }

    private void offset(long value) {
        if (big) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }
}
