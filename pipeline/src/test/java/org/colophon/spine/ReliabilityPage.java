package org.colophon.spine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The page {@code docs/reliability.md}: each test writes its own section, between markers, and leaves the rest alone. A
 * section holds nothing that differs from run to run, so that a second run changes nothing.
 */
public final class ReliabilityPage {
    private static final Path PAGE = Path.of("docs", "reliability.md");
    private static final Path LOCK = Path.of("target", "reliability.lock");

    private ReliabilityPage() {}

    /**
     * Writes a section in the place of its older self. Safe with several test processes at a time.
     *
     * @param name of the section, as its markers on the page have it
     */
    public static synchronized void write(String name, List<String> lines) throws IOException {
        Files.createDirectories(LOCK.getParent());
        try (FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            String begin = "<!-- begin: " + name + " -->\n";
            String end = "<!-- end: " + name + " -->\n";
            String page = Files.readString(PAGE);
            int from = page.indexOf(begin);
            int to = page.indexOf(end);
            if (!lock.isValid() || from < 0 || to < from) {
                throw new IllegalStateException(PAGE + " has no section \"" + name + "\": put its two markers there");
            }
            String section = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            String fresh = page.substring(0, from + begin.length()) + section + page.substring(to);
            if (!fresh.equals(page)) {
                Files.writeString(PAGE, fresh);
            }
        }
    }
}
