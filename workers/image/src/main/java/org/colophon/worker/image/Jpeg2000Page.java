package org.colophon.worker.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.colophon.worker.image.layout.Flaw;
import org.colophon.worker.image.layout.Jpeg2000Layout;
import org.colophon.worker.image.outside.OpenJpeg;
import org.colophon.worker.image.raster.PageRaster;
import org.colophon.worker.image.raster.Source;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Task;

/** A JPEG 2000 page: decoded by a program beside this worker to a TIFF, which then goes the way of every image. */
final class Jpeg2000Page {
    /** Four colours and an alpha channel. */
    private static final int MOST_CHANNELS = 5;

    private static final OpenJpeg OPENJPEG = new OpenJpeg();

    private Jpeg2000Page() {}

    static void decode(
            Path file, Jpeg2000Layout layout, ImageFacts facts, Path outputs, Allowance allowance, Report report)
            throws IOException, Task.UndoneException {
        int channels = layout.codestream().bits().size();
        if (channels > MOST_CHANNELS) {
            report.reject(
                    "too-many-channels",
                    "The image has " + channels + " channels; a page has at most " + MOST_CHANNELS
                            + " (four colours and alpha). Deliver it as a grey or colour image.");
            return;
        }
        try {
            decompress(file, layout, facts, outputs, allowance, report);
        } catch (IOException e) {
            // Else a full disk would be held against the PDF that the page is in
            throw WorkerFailureException.of(e);
        }
    }

    private static void decompress(
            Path file, Jpeg2000Layout layout, ImageFacts facts, Path outputs, Allowance allowance, Report report)
            throws IOException, Task.UndoneException {
        Path folder = Files.createTempDirectory("jpeg2000");
        try {
            String version = OPENJPEG.version(folder);
            OpenJpeg.Decompressed done = OPENJPEG.decompress(file, layout.codestream(), folder, allowance);
            if (done.image() == null) {
                broken(done.remarks(), version, report);
                return;
            }
            String name = "JPEG 2000 (OpenJPEG " + version + ")";
            PageRaster.decode(
                    Source.decodedBy(OpenJpeg.AGENT, version, done.image(), done.remarks(), name),
                    facts,
                    outputs,
                    report);
        } finally {
            delete(folder);
        }
    }

    private static void broken(List<String> remarks, String version, Report report) {
        report.validation(Outcome.FAILURE, "full decode: " + String.join("; ", remarks), OpenJpeg.AGENT, version);
        report.reject(Flaw.damaged("its image data cannot be decoded (" + remarks.get(0) + ")"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
