package org.colophon.worker.ocr;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
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

    /** {@code direction} 1 is clockwise, -1 counter-clockwise. */
    static native Pointer pixRotate90(Pointer pix, int direction);

    static native Pointer pixRotate180(Pointer destination, Pointer source);

    static native Pointer pixFlipLR(Pointer destination, Pointer source);

    static native Pointer pixFlipTB(Pointer destination, Pointer source);
}
