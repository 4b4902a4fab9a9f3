package org.colophon.worker.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The page {@code pipeline/docs/formats.md}: tests write its tables between markers. A table holds nothing that differs
 * from run to run, so that a second run changes nothing.
 */
final class FormatsPage {
    private static final Path PAGE = Path.of("..", "..", "pipeline", "docs", "formats.md");

    private FormatsPage() {}

    /** Writes a table in the place of its older self. */
    static synchronized void write(String name, List<String> lines) throws IOException {
        String begin = "<!-- begin: " + name + " -->\n";
        String end = "<!-- end: " + name + " -->\n";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(PAGE + " has no section \"" + name + "\": put its two markers there");
        }
        String fresh = page.substring(0, from + begin.length()) + String.join("\n", lines) + "\n" + page.substring(to);
        if (!fresh.equals(page)) {
            Files.writeString(PAGE, fresh);
        }
    }
}
