package org.colophon.worker.ocr;

import com.sun.jna.ptr.PointerByReference;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import net.sourceforge.lept4j.Pix;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI1;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Task.DeadlineException;

/**
 * Tells which way up a page is, by holding its letters in all four ways against those the engine knows: Tesseract's
 * orientation and script detection. One handle, confined to one thread.
 */
final class Compass implements AutoCloseable {
    /** The model it needs; the worker brings it along. */
    static final String MODEL = "osd";

    /** What is told to the engine, which goes by the letters and only complains when it is told nothing. */
    static final int DPI = 300;

    /** Letters of a book page are then still 20 pixels high, and a newspaper takes no longer than a book. */
    private static final double MOST_PIXELS = 4_500_000;

    private final TessBaseAPI handle;

    /**
     * Loads the model.
     *
     * @param data the folder that holds it
     * @throws IllegalStateException when it cannot be loaded
     */
    Compass(Path data) {
        handle = TessAPI1.TessBaseAPICreate();
        if (TessAPI1.TessBaseAPIInit2(handle, data.toString(), MODEL, TessOcrEngineMode.OEM_TESSERACT_ONLY) != 0) {
            TessAPI1.TessBaseAPIDelete(handle);
            throw new IllegalStateException(
                    "Tesseract cannot load the model " + MODEL + ": the file is damaged; install it again");
        }
        TessAPI1.TessBaseAPISetPageSegMode(handle, TessPageSegMode.PSM_OSD_ONLY);
    }

    /**
     * Looks at a page, which is made smaller where it is large. A page with too few letters is answered without a
     * confidence.
     *
     * @param millis how long it may take
     * @throws DeadlineException when it took longer. The engine cannot be interrupted at this: it mostly needs half a
     *     second, on a wild page a few
     */
    Result.Orientation read(Raster raster, long millis) throws DeadlineException {
        long start = System.nanoTime();
        raster.reduce(MOST_PIXELS);
        Pix pix = new Pix(raster.pix());
        pix.setAutoSynch(false);
        IntBuffer turned = IntBuffer.allocate(1);
        FloatBuffer confidence = FloatBuffer.allocate(1);
        int found;
        try {
            TessAPI1.TessBaseAPISetImage2(handle, pix);
            found = TessAPI1.TessBaseAPIDetectOrientationScript(
                    handle, turned, confidence, new PointerByReference(), FloatBuffer.allocate(1));
        } finally {
            TessAPI1.TessBaseAPIClear(handle);
        }
        long took = (System.nanoTime() - start) / 1_000_000;
        if (took >= millis) {
            throw new DeadlineException("finding out which way up the page is took " + took + " ms");
        }
        if (found == 0 || !Float.isFinite(confidence.get(0))) {
            return new Result.Orientation(0, null, TessAPI1.TessVersion());
        }
        // The engine says how far the page was turned; the way back is asked for
        return new Result.Orientation(
                Math.floorMod(-turned.get(0), 360), (double) confidence.get(0), TessAPI1.TessVersion());
    }

    @Override
    public void close() {
        TessAPI1.TessBaseAPIEnd(handle);
        TessAPI1.TessBaseAPIDelete(handle);
    }
}
