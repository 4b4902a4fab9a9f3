package org.colophon.worker.ocr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.sourceforge.lept4j.Pix;
import net.sourceforge.tess4j.ITessAPI.ETEXT_DESC;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI1;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Task.DeadlineException;

/**
 * One Tesseract handle, its models loaded once, for any number of pages; confined to one thread. What it reads does not
 * depend on the pages before.
 */
final class Engine implements AutoCloseable {
    private static final int MODE = TessOcrEngineMode.OEM_LSTM_ONLY;
    private static final int SEGMENTATION = TessPageSegMode.PSM_AUTO;
    /** Without a second look at each dark line as if it were white on black: 5 % less time, no worse on the corpus. */
    private static final Map<String, String> VARIABLES = Map.of("tessedit_do_invert", "0");

    private final List<String> languages;
    private final TessBaseAPI handle;

    /**
     * Loads the models.
     *
     * @param data the folder that holds them
     * @param languages in order of preference
     * @throws IllegalStateException when one of them cannot be loaded
     */
    Engine(Path data, List<String> languages) {
        this.languages = List.copyOf(languages);
        this.handle = TessAPI1.TessBaseAPICreate();
        if (TessAPI1.TessBaseAPIInit2(handle, data.toString(), String.join("+", languages), MODE) != 0) {
            TessAPI1.TessBaseAPIDelete(handle);
            throw new IllegalStateException("Tesseract cannot load the models " + languages
                    + ": a file is damaged, or made for the engine of Tesseract 3; install it again");
        }
        TessAPI1.TessBaseAPISetPageSegMode(handle, SEGMENTATION);
        VARIABLES.forEach(this::set);
    }

    /**
     * Reads a page, in one pass.
     *
     * @param raster the page, upright
     * @param millis how long it may take
     * @return blocks in the engine's reading order, in the raster's pixels
     * @throws DeadlineException when it took longer; the engine is whole and reads the next page. The layout phase
     *     does not look at the clock: a wild page may overrun by a second or two
     */
    List<Read.Block> read(Raster raster, long millis) throws DeadlineException {
        long start = System.nanoTime();
        Pix pix = new Pix(raster.pix());
        pix.setAutoSynch(false);
        ETEXT_DESC monitor = TessAPI1.TessMonitorCreate();
        monitor.setAutoSynch(false);
        try {
            TessAPI1.TessBaseAPISetImage2(handle, pix);
            TessAPI1.TessMonitorSetDeadlineMSecs(monitor, (int) Math.min(millis, Integer.MAX_VALUE));
            if (TessAPI1.TessBaseAPIRecognize(handle, monitor) != 0) {
                long took = (System.nanoTime() - start) / 1_000_000;
                if (took >= millis) {
                    throw new DeadlineException("text recognition was stopped after " + took + " ms");
                }
                throw new IllegalStateException(
                        "Tesseract gave up on a page of " + raster.width() + " × " + raster.height() + " pixels");
            }
            return ResultReader.read(handle);
        } finally {
            TessAPI1.TessMonitorDelete(monitor);
            TessAPI1.TessBaseAPIClear(handle);
        }
    }

    /**
     * Who read the page, and by which settings.
     *
     * @param dpi resolution that was assumed, 0 when the engine estimated it from the text
     * @param preparation what else was set
     * @param asked languages that were asked for; the first is that of the text, whatever model read it
     */
    PageText.Engine description(int dpi, Map<String, String> preparation, List<String> asked) {
        Map<String, String> parameters = new TreeMap<>(VARIABLES);
        parameters.putAll(preparation);
        parameters.put("tessedit_ocr_engine_mode", String.valueOf(MODE));
        parameters.put("tessedit_pageseg_mode", String.valueOf(SEGMENTATION));
        parameters.put("dpi", dpi == 0 ? "estimated" : String.valueOf(dpi));
        List<String> used = new ArrayList<>(asked);
        if (!asked.equals(languages)) {
            used.addAll(languages);
            parameters.put("read_by", String.join("+", languages));
        }
        return new PageText.Engine("Tesseract", TessAPI1.TessVersion(), used, parameters);
    }

    private void set(String name, String value) {
        if (TessAPI1.TessBaseAPISetVariable(handle, name, value) == 0) {
            close();
            throw new IllegalStateException("Tesseract " + TessAPI1.TessVersion() + " has no variable " + name);
        }
    }

    @Override
    public void close() {
        TessAPI1.TessBaseAPIEnd(handle);
        TessAPI1.TessBaseAPIDelete(handle);
    }
}
