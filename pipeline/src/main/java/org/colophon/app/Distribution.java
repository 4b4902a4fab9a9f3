package org.colophon.app;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder the program was unpacked to.
 *
 * @param folder holds {@code bin lib workers config sample-scans}
 */
public record Distribution(Path folder) {

    /** As the launcher told. */
    public static Distribution current() {
        String folder = System.getProperty("colophon.distribution");
        if (folder == null || !Files.isDirectory(Path.of(folder, "workers"))) {
            throw new StartRefusedException("the program's folder is not known: start it by bin/colophon");
        }
        return new Distribution(Path.of(folder));
    }

    /** Class path folder of a worker. */
    public Path worker(String name) {
        return folder.resolve("workers").resolve(name).resolve("lib");
    }

    /** The defaults with their comments. */
    public Path config() {
        return folder.resolve("config").resolve("colophon.yml");
    }

    /** The quality profiles. */
    public Path profiles() {
        return folder.resolve("config").resolve("quality");
    }

    /** The sample scans. */
    public Path samples() {
        return folder.resolve("sample-scans");
    }

    /** The program's version, from its jar. */
    public static String version() {
        String version = Distribution.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
