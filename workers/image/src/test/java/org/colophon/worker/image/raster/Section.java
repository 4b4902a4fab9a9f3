package org.colophon.worker.image.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A part of a page of documentation that a program writes, between two marks. */
final class Section {
    private Section() {}

    static void write(Path page, String name, List<String> lines) throws IOException {
        String begin = "<!-- begin: " + name + " -->\n";
        String end = "<!-- end: " + name + " -->";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(page + " has no place for '" + name + "'");
        }
        Files.writeString(page, text.substring(0, from) + begin + String.join("\n", lines) + "\n" + text.substring(to));
    }
}
