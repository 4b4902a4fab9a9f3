package org.colophon.worker.image.facts;

import java.io.IOException;
import java.nio.ByteOrder;
import org.colophon.worker.image.layout.Blob;
import org.colophon.worker.image.layout.FileBytes;
import org.colophon.worker.image.layout.Ifd;
import org.colophon.worker.image.layout.Tag;

/**
 * What an Exif block says (Exif 2.32 §4.6), or the same tags of a TIFF page.
 *
 * @param orientation 1 to 8, 1 when not stated
 * @param capture empty fields where nothing is said
 */
record Exif(int orientation, Resolution resolution, Capturing capture) {
    private static final int MOST_TEXT = 2000;
    private static final int BIG_TIFF = 43;
    private static final Exif NONE = new Exif(1, Resolution.NONE, Capturing.NONE);

    /** From a block; what cannot be read of it is not stated. */
    static Exif of(Blob block) {
        if (block == null || block.length() < 8) {
            return NONE;
        }
        try (FileBytes bytes = FileBytes.of(block.bytes())) {
            ByteOrder order = bytes.u8(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            Ifd ifd = Ifd.read(bytes, bytes.u32(4, order), order, false);
            return of(bytes, ifd, order);
        } catch (IOException e) {
            return NONE;
        }
    }

    /** From a directory that was read already. */
    static Exif of(FileBytes bytes, Ifd ifd, ByteOrder order) throws IOException {
        long orientation = ifd.number(bytes, Tag.ORIENTATION, 1);
        return new Exif(
                orientation >= 1 && orientation <= 8 ? (int) orientation : 1,
                Resolution.of(bytes, ifd),
                new Capturing(
                        ifd.text(bytes, Tag.MAKE, MOST_TEXT),
                        ifd.text(bytes, Tag.MODEL, MOST_TEXT),
                        ifd.text(bytes, Tag.SOFTWARE, MOST_TEXT),
                        date(bytes, ifd, order)));
    }

    private static String date(FileBytes bytes, Ifd ifd, ByteOrder order) throws IOException {
        long at = ifd.number(bytes, Tag.EXIF_IFD, 0);
        if (at > 0) {
            try {
                Ifd sub = Ifd.read(bytes, at, order, bytes.u16(2, order) == BIG_TIFF);
                for (int tag : new int[] {Tag.DATE_TIME_ORIGINAL, Tag.DATE_TIME_DIGITIZED}) {
                    String date = Dates.fromExif(sub.text(bytes, tag, 64));
                    if (date != null) {
                        return date;
                    }
                }
            } catch (IOException e) {
                // A broken sub-directory is no flaw of the image: the date of the directory itself will do
                return Dates.fromExif(ifd.text(bytes, Tag.DATE_TIME, 64));
            }
        }
        return Dates.fromExif(ifd.text(bytes, Tag.DATE_TIME, 64));
    }
}
