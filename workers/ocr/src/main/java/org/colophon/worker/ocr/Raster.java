package org.colophon.worker.ocr;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * The pixels of a page in native memory: owns one Leptonica pix and frees it. Each change puts a fresh pix in the place
 * of the old one, which is freed at once. Confined to one thread.
 */
final class Raster implements AutoCloseable {
    private static final int MOST_SIGNIFICANT_BYTE = 1;

    private Pointer pix;

    /** @param pix a pix of which nobody else holds this reference */
    Raster(Pointer pix) {
        this.pix = pix;
    }

    /**
     * An empty 8-bit grey raster.
     *
     * @throws IllegalStateException when native memory does not suffice
     */
    static Raster grey(int width, int height) {
        Pointer pix = Leptonica.pixCreate(width, height, 8);
        if (pix == null) {
            throw new IllegalStateException("no native memory for a page of " + width + " × " + height + " pixels");
        }
        return new Raster(pix);
    }

    int width() {
        return Leptonica.pixGetWidth(pix);
    }

    int height() {
        return Leptonica.pixGetHeight(pix);
    }

    /** Dots per inch, 0 when unknown. */
    int dpi() {
        return Leptonica.pixGetYRes(pix);
    }

    /** Dots per inch, 0 when unknown. */
    void setDpi(int dpi) {
        Leptonica.pixSetResolution(pix, dpi, dpi);
    }

    /** The native structure, valid until this raster changes or closes. */
    Pointer pix() {
        return pix;
    }

    /**
     * Writes one line of an 8-bit grey raster.
     *
     * @param grey one byte a pixel, 0 is black; as many as the raster is wide
     */
    void setGreyLine(int y, byte[] grey) {
        if (grey.length != width() || y < 0 || y >= height()) {
            throw new IllegalArgumentException("line " + y + " of " + grey.length + " pixels does not fit");
        }
        // A pix line is whole 32-bit words in the machine's byte order, its leftmost pixel in the highest byte.
        int[] words = new int[Leptonica.pixGetWpl(pix)];
        for (int x = 0; x < grey.length; x++) {
            words[x / 4] |= (grey[x] & 0xFF) << (24 - 8 * (x % 4));
        }
        Leptonica.pixGetData(pix).write(4L * words.length * y, words, 0, words.length);
    }

    /** Blends transparent pixels onto white paper and brings 16-bit samples to 8, so that the engine can take it. */
    void simplify() {
        replace(Leptonica.pixRemoveAlpha(pix), "remove transparency");
        if (Leptonica.pixGetDepth(pix) == 16) {
            replace(Leptonica.pixConvert16To8(pix, MOST_SIGNIFICANT_BYTE), "convert to 8 bits");
        }
    }

    /** Makes a larger raster grey, and so small that it has no more than these pixels. */
    void reduce(double pixels) {
        double scale = Math.sqrt(pixels / ((double) width() * height()));
        if (scale < 1) {
            replace(Leptonica.pixConvertTo8(pix, 0), "convert to grey");
            replace(Leptonica.pixScaleAreaMap(pix, (float) scale, (float) scale), "scale down");
        }
    }

    /**
     * Turns a raster as stored into one that stands upright.
     *
     * @param orientation TIFF 6.0 §8, tag 274: where the stored raster's first row and column lie on the page
     */
    void turnUpright(int orientation) {
        switch (orientation) {
            case 1 -> {}
            case 2 -> flipLeftRight();
            case 3 -> replace(Leptonica.pixRotate180(null, pix), "turn");
            case 4 -> flipTopBottom();
            case 5 -> {
                rotate(1);
                flipLeftRight();
            }
            case 6 -> rotate(1);
            case 7 -> {
                rotate(1);
                flipTopBottom();
            }
            case 8 -> rotate(-1);
            default -> throw new IllegalArgumentException("orientation is 1 to 8, not " + orientation);
        }
    }

    private void rotate(int direction) {
        replace(Leptonica.pixRotate90(pix, direction), "turn");
    }

    private void flipLeftRight() {
        replace(Leptonica.pixFlipLR(null, pix), "mirror");
    }

    private void flipTopBottom() {
        replace(Leptonica.pixFlipTB(null, pix), "mirror");
    }

    private void replace(Pointer fresh, String what) {
        if (fresh == null) {
            throw new IllegalStateException(
                    "Leptonica could not " + what + " a page of " + width() + " × " + height() + " pixels");
        }
        close();
        pix = fresh;
    }

    @Override
    public void close() {
        if (pix != null) {
            Leptonica.pixDestroy(new PointerByReference(pix));
            pix = null;
        }
    }
}
