package org.colophon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colophon.adapter.workers.ForkedWorkers;
import org.colophon.adapter.workers.LanguageModels;
import org.colophon.adapter.workers.WorkerKind;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.port.Workers.LanguageChoice;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.ReadingStep;
import org.colophon.worker.protocol.Tessdata;

/** Sets up the forked workers as the configuration says. */
final class WorkersOpening {
    /** Native memory, code and stacks beyond the heap. */
    private static final long BESIDES_HEAP = 384L << 20;

    private static final int IMAGE_PAGES_EACH = 2_000;
    private static final int OCR_PAGES_EACH = 500;

    private WorkersOpening() {}

    /** Deletes what a worker was about to unpack when it was killed: for a home's sole owner, at start. */
    static void tidy(Home home) {
        sweep(natives(home));
        sweep(natives(home).resolve("tessdata"));
    }

    private static Path natives(Home home) {
        return home.work().resolve("natives");
    }

    private static void sweep(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".part")) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new StartRefusedException("the folder " + folder + " could not be tidied: " + e.getMessage(), e);
        }
    }

    /** @param temps folder for the workers' own temporary files; emptied */
    static ForkedWorkers open(Home home, Settings settings, Distribution distribution, Path temps) {
        long heap = settings.get(Keys.LIMITS_HEAP);
        int cores = Runtime.getRuntime().availableProcessors();
        WorkerKind image = new WorkerKind(
                "image",
                distribution.worker("image"),
                "org.colophon.worker.image.ImageWorker",
                List.of(),
                heap,
                heap + BESIDES_HEAP,
                cores,
                IMAGE_PAGES_EACH);
        WorkerKind ocr = new WorkerKind(
                "ocr",
                distribution.worker("ocr"),
                "org.colophon.worker.ocr.OcrWorker",
                ocrArguments(home, settings),
                heap,
                heap + BESIDES_HEAP,
                recognizers(settings),
                OCR_PAGES_EACH);
        Limits limits = new Limits(
                settings.get(Keys.LIMITS_PIXELS),
                settings.get(Keys.LIMITS_SECONDS).toMillis());
        return new ForkedWorkers(image, ocr, temps, limits, tessdata(settings), steps(settings));
    }

    private static Set<ReadingStep> steps(Settings settings) {
        return settings.get(Keys.OCR_STEPS).stream().map(ReadingStep::of).collect(Collectors.toSet());
    }

    /** Recognition processes: as configured, else one a core. */
    static int recognizers(Settings settings) {
        int configured = settings.get(Keys.OCR_WORKERS);
        return configured > 0 ? configured : Runtime.getRuntime().availableProcessors();
    }

    /** Where recognition models are looked for. */
    static Tessdata tessdata(Settings settings) {
        return new Tessdata(
                settings.get(Keys.OCR_TESSDATA).stream().map(Path::of).toList(), System.getenv());
    }

    /** Which models read which languages. */
    static Function<List<String>, LanguageChoice> languages(Settings settings) {
        LanguageModels models = new LanguageModels(tessdata(settings));
        return models::choose;
    }

    private static List<String> ocrArguments(Home home, Settings settings) {
        List<String> arguments =
                new ArrayList<>(List.of("--natives", natives(home).toString()));
        for (String folder : settings.get(Keys.OCR_TESSDATA)) {
            arguments.addAll(List.of("--tessdata", folder));
        }
        return arguments;
    }
}
