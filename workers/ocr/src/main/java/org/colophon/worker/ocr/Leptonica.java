package org.colophon.worker.ocr;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The few functions of Leptonica 1.87 that are needed, bound by plain pointers. Lept4J's binding copies every pixel
 * structure to and fro at each call, and registers 2,600 functions at start.
 *
 * <p>Danger: a wrong pointer ends the process. Only {@link Raster} and {@link Header} call these.
 */
final class Leptonica {
    /** Beyond {@code L_SEVERITY_ERROR}: nothing is printed. */
    private static final int SEVERITY_NONE = 6;

    static {
        Native.register(Platform.current().leptonica());
        setMsgSeverity(SEVERITY_NONE);
    }

    private Leptonica() {}

    static native int setMsgSeverity(int severity);

    /** Of the first page; returns 0 when the header could be read. */
    static native int pixReadHeader(
            String file,
            IntByReference format,
            IntByReference width,
            IntByReference height,
            IntByReference bitsPerSample,
            IntByReference samplesPerPixel,
            IntByReference hasPalette);

    static native Pointer pixRead(String file);

    /** Page {@code n} from 0, turned by the file's own orientation tag: use only where that is 1. */
    static native Pointer pixReadTiff(String file, int n);

    static native Pointer pixCreate(int width, int height, int depth);

    /** The same pix once more, counted: to be destroyed once more too. */
    static native Pointer pixClone(Pointer pix);

    static native Pointer pixGetColormap(Pointer pix);

    static native void pixDestroy(PointerByReference pix);

    static native int pixGetWidth(Pointer pix);

    static native int pixGetHeight(Pointer pix);

    static native int pixGetDepth(Pointer pix);

    static native int pixGetWpl(Pointer pix);

    static native Pointer pixGetData(Pointer pix);

    static native int pixGetYRes(Pointer pix);

    static native int pixSetResolution(Pointer pix, int xDpi, int yDpi);

    /** A copy blended onto white, or the same pix once more (counted) when it has no alpha. */
    static native Pointer pixRemoveAlpha(Pointer pix);

    static native Pointer pixConvert16To8(Pointer pix, int type);

    /** To 8-bit grey, from any depth; {@code colormap} 0: without a palette. */
    static native Pointer pixConvertTo8(Pointer pix, int colormap);

    /** Smaller by the mean of the area each pixel covers; of grey or colours. */
    static native Pointer pixScaleAreaMap(Pointer pix, float x, float y);

    /** Larger by linear interpolation; of grey, from a factor of 0.7. */
    static native Pointer pixScaleGrayLI(Pointer pix, float x, float y);

    /** Of grey, to one bit: a threshold for each tile, by Otsu's method, and taken where the score is near the best. */
    static native int pixOtsuAdaptiveThreshold(
            Pointer grey,
            int tileWidth,
            int tileHeight,
            int smoothX,
            int smoothY,
            float scoreFraction,
            PointerByReference thresholds,
            PointerByReference bits);

    /** Boxes of the connected components of one bit; {@code connectivity} 4 or 8. */
    static native Pointer pixConnCompBB(Pointer bits, int connectivity);

    static native int boxaGetCount(Pointer boxes);

    static native int boxaGetBoxGeometry(
            Pointer boxes, int index, IntByReference x, IntByReference y, IntByReference w, IntByReference h);

    static native void boxaDestroy(PointerByReference boxes);

    /** Of one bit: the angle (degrees, clockwise) that makes its lines level, and how sure that is. */
    static native int pixFindSkewSweepAndSearch(
            Pointer bits,
            FloatByReference degrees,
            FloatByReference confidence,
            int sweepReduction,
            int searchReduction,
            float sweepRange,
            float sweepDelta,
            float smallestDelta);

    /** The value below which this share of the pixels lies, looked at in every {@code factor}th line and column. */
    static native int pixGetRankValue(Pointer grey, int factor, float rank, IntByReference value);

    static native Pointer pixAddBorderGeneral(Pointer pix, int left, int right, int top, int bottom, int value);

    /** Turned clockwise about its middle, on a sheet of the same size. */
    static native Pointer pixRotateAMGray(Pointer grey, float radians, byte value);

    /** With the paper made even; masks may be null. */
    static native Pointer pixBackgroundNormSimple(Pointer pix, Pointer pictures, Pointer grey);

    /** {@code direction} 1 is clockwise, -1 counter-clockwise. */
    static native Pointer pixRotate90(Pointer pix, int direction);

    static native Pointer pixRotate180(Pointer destination, Pointer source);

    static native Pointer pixFlipLR(Pointer destination, Pointer source);

    static native Pointer pixFlipTB(Pointer destination, Pointer source);
}
