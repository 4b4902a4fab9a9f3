package org.colophon.worker.ocr;

import com.sun.jna.ptr.IntByReference;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Task.RefusedException;

/**
 * What a file states of one page before anything is decoded.
 *
 * @param format by the file's first bytes
 * @param width pixels of the stored raster
 * @param height pixels of the stored raster
 * @param leptonica whether Leptonica is known to read such a page, and to read it as it was meant
 */
record Header(Format format, int width, int height, boolean leptonica) {
    private static final int FOUR_INKS = 4;
    private static final int WHITE_IS_ZERO = 0;

    private static final long MOST_PIXELS_IN_COLOR = 40_000_000;

    /** The engine keeps coordinates in 16 bits. */
    static final int LONGEST_SIDE = 32_767;

    /**
     * Reads the header of one page.
     *
     * @param index from 0
     * @throws RefusedException when the file is no image that can be read, or has no such page
     * @throws IOException when the file cannot be opened
     */
    static Header read(Path file, int index) throws IOException, RefusedException {
        Format format = Format.of(file);
        if (format == Format.TIFF) {
            return tiff(file, index);
        }
        if (index != 0) {
            throw noSuchPage(index, 1);
        }
        IntByReference width = new IntByReference();
        IntByReference height = new IntByReference();
        IntByReference samples = new IntByReference();
        IntByReference ignored = new IntByReference();
        int failed = Leptonica.pixReadHeader(
                file.toString(), ignored, width, height, ignored, samples, new IntByReference());
        if (failed != 0) {
            return JavaDecoder.header(format, file);
        }
        // Leptonica takes every JPEG of four inks for inverted, as Adobe writes them: others would be negatives.
        boolean leptonica = format != Format.JPEG || samples.getValue() != FOUR_INKS;
        return new Header(format, width.getValue(), height.getValue(), leptonica);
    }

    /**
     * Holds the page against what one page may be.
     *
     * @throws RefusedException when it is larger
     */
    void check(Limits limits) throws RefusedException {
        String size = width + " × " + height + " pixels";
        if (width < 1 || height < 1) {
            throw new RefusedException("The page states a size of " + size + ": the file is damaged; scan it again.");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new RefusedException("The page has " + size + ", and text recognition reads no side longer than "
                    + LONGEST_SIDE + " pixels: scan it at a lower resolution, or in parts.");
        }
        if ((long) width * height > limits.pixels()) {
            throw new RefusedException("The page has " + size + ", more than the " + limits.pixels()
                    + " that are allowed (limits.pixels): scan it at a lower resolution, or raise the limit.");
        }
    }

    private static Header tiff(Path file, int index) throws IOException, RefusedException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            CompoundDirectory pages = directories(in);
            if (index >= pages.directoryCount()) {
                throw noSuchPage(index, pages.directoryCount());
            }
            Directory page = pages.getDirectory(index);
            return new Header(
                    Format.TIFF,
                    number(page, TIFF.TAG_IMAGE_WIDTH, 0),
                    number(page, TIFF.TAG_IMAGE_HEIGHT, 0),
                    leptonicaReads(page));
        }
    }

    /**
     * Measured with Leptonica 1.87: it turns by the orientation tag while reading, a colour page of tag 8 to stand on
     * its head; it makes negatives of 16-bit grey whose white is zero (of 8 bits not; 2 and 4 were not tried, and are
     * left to Java too); it takes samples of 32 bits for colours.
     */
    private static boolean leptonicaReads(Directory page) {
        int bits = number(page, TIFF.TAG_BITS_PER_SAMPLE, 1);
        boolean negative = bits > 1 && number(page, TIFF.TAG_PHOTOMETRIC_INTERPRETATION, 1) == WHITE_IS_ZERO;
        return number(page, TIFF.TAG_ORIENTATION, 1) == 1 && bits <= 16 && !negative && !largeInColor(page);
    }

    /** Leptonica holds four bytes a pixel of a page in color: a map's half gigabyte, before the engine has begun. */
    private static boolean largeInColor(Directory page) {
        long pixels = (long) number(page, TIFF.TAG_IMAGE_WIDTH, 0) * number(page, TIFF.TAG_IMAGE_HEIGHT, 0);
        return number(page, TIFF.TAG_SAMPLES_PER_PIXEL, 1) > 1 && pixels > MOST_PIXELS_IN_COLOR;
    }

    private static CompoundDirectory directories(ImageInputStream in) throws RefusedException {
        try {
            CompoundDirectory pages = (CompoundDirectory) new TIFFReader().read(in);
            if (pages.directoryCount() == 0) {
                throw new EOFException("no page begins before the file ends");
            }
            return pages;
        } catch (IOException | RuntimeException e) {
            // Whatever a parser throws at a stranger's bytes means that they are no sound TIFF.
            throw new RefusedException(
                    "The TIFF's directory of pages is damaged (" + e.getMessage() + "): copy or scan the file again.");
        }
    }

    private static int number(Directory page, int tag, int otherwise) {
        Entry entry = page.getEntryById(tag);
        return entry != null && entry.getValue() instanceof Number number ? number.intValue() : otherwise;
    }

    private static RefusedException noSuchPage(int index, int pages) {
        return new RefusedException("The file has " + pages + (pages == 1 ? " page" : " pages")
                + ", so there is no page " + (index + 1) + ".");
    }
}
