package org.colophon.worker.image.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pages of a TIFF (TIFF 6.0 §2) or BigTIFF: the chain of its directories. An index here is the position in that
 * chain, so that every reader means the same page by it; reduced copies (NewSubfileType bit 0) at its end are no pages.
 *
 * @param order byte order of the file
 * @param big whether it is a BigTIFF
 * @param ifds one directory a page, in order; empty when there is none to be read
 * @param chain a flaw of the chain as a whole, or null
 * @param flaws flaw of each page, null where it is whole
 */
public record TiffLayout(Format format, ByteOrder order, boolean big, List<Ifd> ifds, Flaw chain, List<Flaw> flaws)
        implements Layout {
    private static final int MOST_PAGES = 10_000;
    private static final int BIG = 43;
    private static final int CFA = 32803;

    @Override
    public int pages() {
        return Math.max(1, ifds.size());
    }

    @Override
    public Flaw flaw() {
        if (chain != null) {
            return chain;
        }
        return flaws.stream().filter(flaw -> flaw != null).findFirst().orElse(null);
    }

    @Override
    public Flaw flaw(int index) {
        return chain != null || index >= flaws.size() ? chain : flaws.get(index);
    }

    static TiffLayout read(FileBytes bytes) throws IOException {
        ByteOrder order = bytes.u8(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        List<Ifd> ifds = new ArrayList<>();
        boolean big = bytes.u16(2, order) == BIG;
        Flaw chain = walk(bytes, order, big, ifds);
        while (ifds.size() > 1 && reduced(bytes, ifds.get(ifds.size() - 1))) {
            ifds.remove(ifds.size() - 1);
        }
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < ifds.size(); i++) {
            flaws.add(TiffRaster.flaw(bytes, ifds.get(i), i));
        }
        return new TiffLayout(format(bytes, ifds), order, big, ifds, chain, flaws);
    }

    private static Flaw walk(FileBytes bytes, ByteOrder order, boolean big, List<Ifd> ifds) throws IOException {
        Set<Long> seen = new HashSet<>();
        try {
            long at = big ? bytes.i64(8, order) : bytes.u32(4, order);
            if (at == 0) {
                return Flaw.truncated("its header names no page directory, so it was not written to its end");
            }
            while (at != 0) {
                if (!seen.add(at)) {
                    return Flaw.damaged("its page directories form a loop after page " + ifds.size());
                }
                if (ifds.size() == MOST_PAGES) {
                    return Flaw.damaged("it claims more than " + MOST_PAGES + " pages");
                }
                Ifd ifd = Ifd.read(bytes, at, order, big);
                ifds.add(ifd);
                at = ifd.next();
            }
            return null;
        } catch (EOFException e) {
            return Flaw.truncated("the directory of page " + (ifds.size() + 1) + " lies beyond its end");
        } catch (IOException e) {
            return Flaw.damaged("page " + (ifds.size() + 1) + " has " + e.getMessage());
        }
    }

    private static boolean reduced(FileBytes bytes, Ifd ifd) throws IOException {
        return (ifd.number(bytes, Tag.NEW_SUBFILE_TYPE, 0) & 1) != 0;
    }

    private static Format format(FileBytes bytes, List<Ifd> ifds) throws IOException {
        if (ifds.isEmpty()) {
            return Format.TIFF;
        }
        Ifd first = ifds.get(0);
        if (first.has(Tag.DNG_VERSION)) {
            return Format.DNG;
        }
        return first.number(bytes, Tag.PHOTOMETRIC, 0) == CFA ? Format.CAMERA_RAW : Format.TIFF;
    }

    /** Size of a page as its directory states it; null when it does not. */
    public Extent extent(FileBytes bytes, int index) throws IOException {
        Ifd ifd = ifds.get(index);
        long width = ifd.number(bytes, Tag.IMAGE_WIDTH, 0);
        long height = ifd.number(bytes, Tag.IMAGE_LENGTH, 0);
        return width <= 0 || height <= 0 ? null : new Extent(width, height);
    }
}
