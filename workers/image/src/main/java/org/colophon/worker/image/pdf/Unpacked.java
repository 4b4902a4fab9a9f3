package org.colophon.worker.image.pdf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** How much a deflated stream unpacks to, found without keeping it: PDFBox would unpack a bomb into memory. */
final class Unpacked {
    private static final Set<COSName> IMAGE_FILTERS =
            Set.of(COSName.JBIG2_DECODE, COSName.JPX_DECODE, COSName.DCT_DECODE, COSName.CCITTFAX_DECODE);
    private static final long MOST_CONTENT = 64L << 20;
    private static final long SLACK = 1L << 20;
    private static final int SAMPLE_BITS = 16;

    private Unpacked() {}

    /** @throws IOException when the page's drawing instructions unpack to more than 64 MiB */
    static void check(PDPage page) throws IOException {
        long left = MOST_CONTENT;
        for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
            PDStream stream = streams.next();
            if (stream.getFilters().stream().anyMatch(IMAGE_FILTERS::contains)) {
                throw new IOException("its drawing instructions are packed as if they were an image");
            }
            left -= length(stream, left);
            if (left < 0) {
                throw new IOException("its drawing instructions unpack to more than " + (MOST_CONTENT >> 20) + " MiB");
            }
        }
    }

    /** @throws IOException when the image unpacks to more than its size asks for */
    static void check(PDImageXObject image) throws IOException {
        long most = (long) image.getWidth() * image.getHeight() * 4 * SAMPLE_BITS / Byte.SIZE + SLACK;
        if (length(image.getStream(), most) > most) {
            throw new IOException("its image unpacks to more than its size asks for");
        }
    }

    /** Whether a stream unpacks to more than a bound. */
    static boolean exceeds(PDStream stream, long most) throws IOException {
        return length(stream, most) > most;
    }

    /** Bytes after the first filter, counted up to one more than a bound; 0 when that filter is not Flate. */
    private static long length(PDStream stream, long most) throws IOException {
        List<COSName> filters = stream.getFilters();
        boolean deflated = !filters.isEmpty()
                && (filters.get(0).equals(COSName.FLATE_DECODE)
                        || filters.get(0).equals(COSName.FLATE_DECODE_ABBREVIATION));
        if (!deflated) {
            return 0;
        }
        long length = 0;
        byte[] part = new byte[1 << 16];
        try (InputStream in = new InflaterInputStream(stream.getCOSObject().createRawInputStream())) {
            for (int read = in.read(part); read >= 0 && length <= most; read = in.read(part)) {
                length += read;
            }
        } catch (ZipException | EOFException e) {
            // Broken streams are PDFBox's to judge: it reads them as far as they go
            return length;
        }
        return length;
    }
}
