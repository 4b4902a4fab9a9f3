package org.colophon.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes the sample scans. The same Java gives the same bytes, every time. */
public final class SampleScans {
    private SampleScans() {}

    /**
     * Writes scans and truth: {@code SampleScans SCANS-FOLDER TRUTH-FOLDER}.
     *
     * @throws IOException when a folder cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "Name two folders: one for the scans, and another for the truth about them");
        }
        System.setProperty("java.awt.headless", "true");
        write(Path.of(args[0]));
        SampleTruth.write(truth(), Path.of(args[1]));
    }

    /** Writes every object as a folder of its own; files of these names are overwritten, others are left. */
    public static void write(Path folder) {
        Catalogue.objects().parallelStream().forEach(object -> object.write(folder));
    }

    /** What stands on every page and where, in the order of objects, files and pages; the damaged page too. */
    public static List<SampleTruth.Page> truth() {
        return Catalogue.objects().stream()
                .flatMap(object -> object.truth().stream())
                .toList();
    }
}
