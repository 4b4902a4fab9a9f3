package org.colophon.worker.ocr;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Path;
import org.colophon.worker.protocol.Task.RefusedException;

/** From a file to the pixels of one page, upright and simple enough for the engine. */
final class Decoding {
    /** What Tesseract itself takes for credible; outside of it, it estimates from the text. */
    private static final int LEAST_DPI = 70;

    private static final int MOST_DPI = 2_400;

    private Decoding() {}

    /**
     * Decodes one page. Leptonica reads it where it can; Java reads the rest.
     *
     * @param index which page of the file, from 0
     * @param orientation by which the page is turned
     * @param dpi resolution to assume, 0 when unknown
     * @return pixels, turned; its dpi is the one to assume, else the file's, else 0
     * @throws RefusedException when neither can read it
     */
    static Raster upright(Path file, int index, int orientation, int dpi, Header header)
            throws IOException, RefusedException {
        Raster raster = leptonica(file, index, header);
        if (raster == null) {
            raster = JavaDecoder.decode(header.format(), file, index);
        }
        try {
            raster.simplify();
            raster.turnUpright(orientation);
            raster.setDpi(credible(dpi) ? dpi : credible(raster.dpi()) ? raster.dpi() : 0);
            return raster;
        } catch (RuntimeException e) {
            raster.close();
            throw e;
        }
    }

    /** Null when Leptonica does not read it, or not as it was meant. */
    private static Raster leptonica(Path file, int index, Header header) {
        if (!header.leptonica()) {
            return null;
        }
        Pointer pix = header.format() == Format.TIFF
                ? Leptonica.pixReadTiff(file.toString(), index)
                : Leptonica.pixRead(file.toString());
        if (pix == null) {
            return null;
        }
        Raster raster = new Raster(pix);
        if (raster.width() != header.width() || raster.height() != header.height()) {
            raster.close();
            return null;
        }
        return raster;
    }

    private static boolean credible(int dpi) {
        return dpi >= LEAST_DPI && dpi <= MOST_DPI;
    }
}
