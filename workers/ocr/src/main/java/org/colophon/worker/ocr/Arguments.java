package org.colophon.worker.ocr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The worker's command line.
 *
 * @param natives {@code --natives DIR}: where the bundled libraries and models are laid out, shared by all workers
 * @param tessdata {@code --tessdata DIR}, any number of times: folders of models, in the order they are looked in
 */
record Arguments(Path natives, List<Path> tessdata) {
    private static final String USAGE = "usage: OcrWorker --natives DIR [--tessdata DIR]...";

    Arguments {
        tessdata = List.copyOf(tessdata);
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException when it is not as above
     */
    static Arguments parse(String... words) {
        Path natives = null;
        List<Path> tessdata = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                throw new IllegalArgumentException(words[i] + " lacks its folder; " + USAGE);
            }
            switch (words[i]) {
                case "--natives" -> natives = Path.of(words[i + 1]);
                case "--tessdata" -> tessdata.add(Path.of(words[i + 1]));
                default -> throw new IllegalArgumentException("unknown argument " + words[i] + "; " + USAGE);
            }
        }
        if (natives == null) {
            throw new IllegalArgumentException("--natives is missing; " + USAGE);
        }
        return new Arguments(natives, tessdata);
    }
}
