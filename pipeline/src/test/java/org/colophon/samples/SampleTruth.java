package org.colophon.samples;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colophon.worker.protocol.Quad;

/** What the sample scans say and where: kept apart from the scans, one JSON file a page. */
public final class SampleTruth {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SampleTruth() {}

    /**
     * One scanned page. Width and height are of the raster as stored, pixels.
     *
     * @param object name of the object's folder
     * @param file path of the file inside it, with slashes
     * @param index which page of the file, from 0
     * @param orientation TIFF/Exif orientation, 1 to 8 (TIFF 6.0 §8, tag 274)
     * @param lines in reading order, as set
     */
    public record Page(
            String object, String file, int index, int width, int height, int orientation, List<Line> lines) {
        public Page {
            lines = List.copyOf(lines);
        }

        /** The page's text, lines as set, each ended by a newline. */
        public String text() {
            return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
        }

        /** Every word of the page in reading order. */
        public List<Word> words() {
            return lines.stream().flatMap(line -> line.words().stream()).toList();
        }
    }

    /** One line of text. */
    public record Line(List<Word> words) {
        public Line {
            words = List.copyOf(words);
        }

        /** The line's words, a space between each. */
        public String text() {
            return words.stream().map(Word::text).collect(Collectors.joining(" "));
        }
    }

    /** One word, and the box of its ink in the stored raster's pixels, turned as the page is. */
    public record Word(String text, Quad quad) {}

    /**
     * Writes the truth of these pages, a folder for each object.
     *
     * @throws IOException when the folder cannot be written
     */
    public static void write(List<Page> pages, Path folder) throws IOException {
        for (Page page : pages) {
            Path file = folder.resolve(page.object()).resolve(page.file() + "." + page.index() + ".json");
            Files.createDirectories(file.getParent());
            JSON.writeValue(file.toFile(), page);
        }
    }

    /**
     * Reads what {@link #write} wrote, in the order of paths.
     *
     * @throws IOException when a file cannot be read, or is no truth
     */
    public static List<Page> load(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> truths = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            List<Page> pages = new ArrayList<>();
            for (Path truth : truths) {
                pages.add(JSON.readValue(truth.toFile(), Page.class));
            }
            return List.copyOf(pages);
        }
    }
}
