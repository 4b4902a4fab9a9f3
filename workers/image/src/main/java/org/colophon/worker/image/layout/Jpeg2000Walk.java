package org.colophon.worker.image.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** One walk over the boxes of a JPEG 2000 file, or over a bare codestream. */
final class Jpeg2000Walk {
    private static final int CODESTREAM = Boxes.type("jp2c");
    private static final int HEADER = Boxes.type("jp2h");
    private static final int COLOUR = Boxes.type("colr");
    private static final int PALETTE = Boxes.type("pclr");
    private static final int CHANNELS = Boxes.type("cdef");
    private static final int RESOLUTION = Boxes.type("res ");
    private static final int CAPTURED = Boxes.type("resc");
    private static final int DISPLAYED = Boxes.type("resd");
    private static final int UUID = Boxes.type("uuid");
    private static final byte[] XMP = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
    private static final byte[] EXIF = HexFormat.of().parseHex("4a706754696666457869662d3e4a5032");
    private static final int MOST_METADATA = 16 << 20;

    private final FileBytes bytes;
    private Jpeg2000Layout.Codestream codestream;
    private int enumerated;
    private Blob icc;
    private boolean coloured;
    private List<Integer> palette = List.of();
    private int opacities;
    private Jpeg2000Layout.Density captured;
    private Jpeg2000Layout.Density displayed;
    private Blob exif;
    private Blob xmp;

    Jpeg2000Walk(FileBytes bytes) {
        this.bytes = bytes;
    }

    Jpeg2000Layout walk() throws IOException {
        Flaw flaw;
        boolean boxed = bytes.u8(0) != 0xff;
        try {
            flaw = boxed ? Boxes.walk(bytes, 0, bytes.length(), this::outermost) : image(0, bytes.length());
            if (flaw == null && codestream == null) {
                flaw = Flaw.damaged("it holds no image data");
            }
        } catch (EOFException e) {
            flaw = Flaw.truncated("its last box is incomplete");
        }
        Jpeg2000Layout.Colour colour = new Jpeg2000Layout.Colour(enumerated, icc, palette, opacities);
        return new Jpeg2000Layout(boxed, codestream, colour, captured == null ? displayed : captured, exif, xmp, flaw);
    }

    private Flaw outermost(Boxes.Box box) throws IOException {
        if (box.type() == HEADER) {
            return Boxes.walk(bytes, box.content(), box.end(), this::inHeader);
        }
        if (box.type() == CODESTREAM && codestream == null) {
            return image(box.content(), box.end());
        }
        if (box.type() == UUID && box.end() - box.content() >= 16) {
            byte[] id = bytes.copy(box.content(), 16);
            if (Arrays.equals(id, XMP)) {
                xmp = blob(box.content() + 16, box.end());
            } else if (Arrays.equals(id, EXIF)) {
                exif = blob(box.content() + 16, box.end());
            }
        }
        return null;
    }

    private Flaw image(long from, long end) throws IOException {
        CodestreamWalk walk = new CodestreamWalk(bytes, from, end);
        Flaw flaw = walk.walk();
        codestream = walk.found();
        return flaw;
    }

    private Flaw inHeader(Boxes.Box box) throws IOException {
        if (box.type() == COLOUR && !coloured) {
            colour(box);
        } else if (box.type() == PALETTE) {
            palette(box);
        } else if (box.type() == CHANNELS) {
            channels(box);
        } else if (box.type() == RESOLUTION) {
            return Boxes.walk(bytes, box.content(), box.end(), this::inResolution);
        }
        return null;
    }

    /** §I.5.3.3: method 1 is a number, 2 and 3 are a profile; the first box a reader understands holds. */
    private void colour(Boxes.Box box) throws IOException {
        int method = bytes.u8(box.content());
        if (method == 1) {
            enumerated = (int) bytes.u32(box.content() + 3, ByteOrder.BIG_ENDIAN);
            coloured = true;
        } else if (method == 2 || method == 3) {
            icc = blob(box.content() + 3, box.end());
            coloured = true;
        }
    }

    /** §I.5.3.4: entries, columns, then the bits of each column less one, its sign in the highest bit. */
    private void palette(Boxes.Box box) throws IOException {
        int columns = bytes.u8(box.content() + 2);
        List<Integer> bits = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            bits.add((bytes.u8(box.content() + 3 + i) & 0x7f) + 1);
        }
        palette = List.copyOf(bits);
    }

    /** §I.5.3.6: channel, its kind (0 is colour), what it belongs to. */
    private void channels(Boxes.Box box) throws IOException {
        int count = bytes.u16(box.content(), ByteOrder.BIG_ENDIAN);
        int others = 0;
        for (int i = 0; i < count && box.content() + 2 + 6L * i + 6 <= box.end(); i++) {
            others += bytes.u16(box.content() + 2 + 6L * i + 2, ByteOrder.BIG_ENDIAN) == 0 ? 0 : 1;
        }
        opacities = others;
    }

    private Flaw inResolution(Boxes.Box box) throws IOException {
        if (box.type() == CAPTURED) {
            captured = density(box.content());
        } else if (box.type() == DISPLAYED) {
            displayed = density(box.content());
        }
        return null;
    }

    /** §I.5.3.7: vertical before horizontal, each numerator / denominator × 10^exponent. */
    private Jpeg2000Layout.Density density(long at) throws IOException {
        int down = bytes.u16(at + 2, ByteOrder.BIG_ENDIAN);
        int across = bytes.u16(at + 6, ByteOrder.BIG_ENDIAN);
        if (down == 0 || across == 0) {
            return null;
        }
        double y = (double) bytes.u16(at, ByteOrder.BIG_ENDIAN) / down * Math.pow(10, (byte) bytes.u8(at + 8));
        double x = (double) bytes.u16(at + 4, ByteOrder.BIG_ENDIAN) / across * Math.pow(10, (byte) bytes.u8(at + 9));
        return new Jpeg2000Layout.Density(x, y);
    }

    private Blob blob(long from, long end) throws IOException {
        return end - from > MOST_METADATA ? null : new Blob(bytes.copy(from, (int) Math.max(0, end - from)));
    }
}
