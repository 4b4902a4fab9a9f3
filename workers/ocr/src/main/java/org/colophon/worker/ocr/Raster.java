package org.colophon.worker.ocr;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The pixels of a page in native memory: owns one Leptonica pix and frees it. Each change puts a fresh pix in the place
 * of the old one, which is freed at once. Confined to one thread.
 */
final class Raster implements AutoCloseable {
    private static final int MOST_SIGNIFICANT_BYTE = 1;

    private static final int WHITE = 255;

    /** Leptonica's thresholds need tiles of that many pixels a side. */
    private static final int SMALLEST_SKETCH = 16;

    /** More of a page is paper than ink and border together; lighter than this share of it is glare. */
    private static final float PAPER_RANK = 0.6f;

    /** The sweep looks at half the size: from -7 to 7 degrees, then ever finer. */
    private static final int SWEEP_REDUCTION = 2;

    private static final float MOST_SKEW = 7f;
    private static final float SWEEP_STEP = 1f;
    private static final float SMALLEST_SKEW = 0.01f;

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
            scale(scale);
        }
    }

    /** To 8-bit grey; a raster of one bit stays as it is. */
    void simplifyToGrey() {
        if (Leptonica.pixGetDepth(pix) > 1) {
            toGrey();
        }
    }

    private void toGrey() {
        if (Leptonica.pixGetDepth(pix) != 8 || Leptonica.pixGetColormap(pix) != null) {
            replace(Leptonica.pixConvertTo8(pix, 0), "convert to grey");
        }
    }

    /** Makes it grey, and larger or smaller by this factor on both axes. */
    void scale(double factor) {
        toGrey();
        float by = (float) factor;
        replace(
                factor < 1 ? Leptonica.pixScaleAreaMap(pix, by, by) : Leptonica.pixScaleGrayLI(pix, by, by),
                "change the size of");
    }

    /**
     * A copy of another size in one bit, ink and paper.
     *
     * @param factor of size; a strip is not made so small that ink could no longer be told from paper
     */
    Raster sketch(double factor) {
        // Not a copy yet: what is done to it makes one, and leaves this one as it is.
        Raster copy = new Raster(Leptonica.pixClone(pix));
        try {
            double least = (double) SMALLEST_SKETCH / Math.min(width(), height());
            double by = Math.max(factor, Math.min(1, least));
            if (by != 1) {
                copy.scale(by);
            }
            copy.binarize();
            return copy;
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /** Makes it grey, on even and white paper; says whether it was tried: one bit has no background to even. */
    boolean evenBackground() {
        if (Leptonica.pixGetDepth(pix) == 1) {
            return false;
        }
        toGrey();
        Pointer even = Leptonica.pixBackgroundNormSimple(pix, null, null);
        if (even != null) {
            replace(even, "even the background of");
        }
        return even != null;
    }

    /** Ink and paper as one bit, by one threshold for all of it (Otsu's). */
    private void binarize() {
        if (Leptonica.pixGetDepth(pix) == 1) {
            return;
        }
        PointerByReference bits = new PointerByReference();
        toGrey();
        Leptonica.pixOtsuAdaptiveThreshold(pix, width(), height(), 0, 0, 0.1f, null, bits);
        replace(bits.getValue(), "tell ink from paper on");
    }

    /**
     * The boxes of all connected marks of a raster of one bit.
     *
     * @param most more are not looked at
     */
    List<Box> marks(int most) {
        Pointer boxes = Leptonica.pixConnCompBB(pix, 8);
        if (boxes == null) {
            return List.of();
        }
        try {
            int count = Leptonica.boxaGetCount(boxes);
            List<Box> marks = new ArrayList<>();
            IntByReference x = new IntByReference();
            IntByReference y = new IntByReference();
            IntByReference width = new IntByReference();
            IntByReference height = new IntByReference();
            for (int i = 0; i < count && i < most; i++) {
                Leptonica.boxaGetBoxGeometry(boxes, i, x, y, width, height);
                marks.add(new Box(
                        x.getValue(), y.getValue(), x.getValue() + width.getValue(), y.getValue() + height.getValue()));
            }
            return marks;
        } finally {
            Leptonica.boxaDestroy(new PointerByReference(boxes));
        }
    }

    /** The angle in degrees, clockwise, by which a raster of one bit must be turned to make its lines level; 0 when unsure. */
    double skew(double leastConfidence) {
        FloatByReference degrees = new FloatByReference();
        FloatByReference confidence = new FloatByReference();
        int failed = Leptonica.pixFindSkewSweepAndSearch(
                pix, degrees, confidence, SWEEP_REDUCTION, 1, MOST_SKEW, SWEEP_STEP, SMALLEST_SKEW);
        return failed == 0 && confidence.getValue() >= leastConfidence ? degrees.getValue() : 0;
    }

    /** Makes it grey and turns it clockwise by a small angle, on a sheet that has room for all of it. */
    void straighten(double degrees) {
        toGrey();
        double radians = Math.toRadians(degrees);
        double sin = Math.abs(Math.sin(radians));
        double cos = Math.cos(radians);
        int right = margin(width() * cos + height() * sin - width());
        int down = margin(height() * cos + width() * sin - height());
        int paper = paper();
        replace(Leptonica.pixAddBorderGeneral(pix, right, right, down, down, paper), "enlarge");
        replace(Leptonica.pixRotateAMGray(pix, (float) radians, (byte) paper), "straighten");
    }

    /** Pixels to add on each of two opposite sides. */
    private static int margin(double more) {
        return (int) Math.max(0, Math.ceil(more / 2));
    }

    /** The shade most of the page has, darker than its lightest spots. */
    private int paper() {
        IntByReference value = new IntByReference(WHITE);
        Leptonica.pixGetRankValue(pix, Math.max(1, width() / 300), PAPER_RANK, value);
        return value.getValue();
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
