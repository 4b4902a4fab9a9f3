package org.colophon.worker.ocr;

import java.util.List;
import java.util.Locale;
import net.sourceforge.tess4j.util.LoadLibs;

/**
 * An operating system and processor, and the libraries that the worker's jars hold for it.
 *
 * @param name as bytedeco names it, e.g. {@code linux-x86_64}
 * @param libraries in the order in which they need each other
 */
record Platform(String name, List<Library> libraries) {

    /**
     * A library inside a jar.
     *
     * @param module {@code leptonica} or {@code tesseract}: which jar
     * @param file its name in the jar
     * @param installed its name on disk: the one by which other libraries, or JNA, ask for it
     * @param link a second name by which JNA asks for it; null when none is needed
     */
    record Library(String module, String file, String installed, String link) {
        private static Library of(String module, String file, String link) {
            return new Library(module, file, file, link);
        }
    }

    /** The platform this process runs on. */
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * The platform of these system properties.
     *
     * @throws UnsupportedOperationException when the worker brings no libraries for it
     */
    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String processor =
                switch (osArch.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> osArch;
                };
        boolean known = processor.equals("x86_64") || processor.equals("arm64");
        if (os.contains("linux") && known) {
            return new Platform("linux-" + processor, linux());
        } else if (os.contains("mac") && known) {
            return new Platform("macosx-" + processor, mac());
        } else if (os.contains("windows") && processor.equals("x86_64")) {
            return new Platform("windows-x86_64", windows());
        }
        throw new UnsupportedOperationException("text recognition brings no libraries for " + osName + " on " + osArch
                + "; it runs on Linux and macOS (x86_64, arm64) and on Windows (x86_64)");
    }

    /** The name by which JNA finds Leptonica. */
    String leptonica() {
        return name.startsWith("windows") ? "libleptonica-6" : "leptonica";
    }

    private static List<Library> linux() {
        return List.of(
                Library.of("leptonica", "libleptonica.so.6", "libleptonica.so"),
                Library.of("tesseract", "libtesseract.so.5.5", "libtesseract.so"));
    }

    private static List<Library> mac() {
        return List.of(
                Library.of("leptonica", "libleptonica.6.dylib", "libleptonica.dylib"),
                Library.of("tesseract", "libtesseract.5.5.dylib", "libtesseract.dylib"));
    }

    private static List<Library> windows() {
        return List.of(
                Library.of("leptonica", "libwinpthread-1.dll", null),
                Library.of("leptonica", "libgcc_s_seh-1.dll", null),
                Library.of("leptonica", "libstdc++-6.dll", null),
                Library.of("leptonica", "libgomp-1.dll", null),
                Library.of("leptonica", "libleptonica-6.dll", null),
                // Tess4J asks for a name of its own there; it must get this build, whose Leptonica we share.
                new Library("tesseract", "libtesseract55.dll", LoadLibs.LIB_NAME + ".dll", null));
    }
}
