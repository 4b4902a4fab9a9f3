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
 * @param samples samples per pixel, 0 when not known
 * @param tag the orientation tag of a TIFF; 1 for other formats, whose Exif no decoder here obeys
 */
record Header(Format format, int width, int height, int samples, int tag) {
    /** The engine keeps coordinates in 16 bits. */
    private static final int LONGEST_SIDE = 32_767;

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
        return failed == 0
                ? new Header(format, width.getValue(), height.getValue(), samples.getValue(), 1)
                : JavaDecoder.header(format, file);
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
            int tag = number(page, TIFF.TAG_ORIENTATION, 1);
            return new Header(
                    Format.TIFF,
                    number(page, TIFF.TAG_IMAGE_WIDTH, 0),
                    number(page, TIFF.TAG_IMAGE_HEIGHT, 0),
                    number(page, TIFF.TAG_SAMPLES_PER_PIXEL, 1),
                    tag >= 1 && tag <= 8 ? tag : 1);
        }
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
