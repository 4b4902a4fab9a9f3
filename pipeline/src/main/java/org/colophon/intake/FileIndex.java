package org.colophon.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colophon.port.Sources.Found;

/** Finds the file that a delivered path means; a path is only ever compared, never opened. */
final class FileIndex {
    private final Map<String, Found> exact = new HashMap<>();
    private final Map<String, Found> composed = new HashMap<>();

    FileIndex(List<Found> files) {
        for (Found file : files) {
            exact.put(FileNames.bytes(file.seen()), file);
            composed.putIfAbsent(compose(file.name()), file);
        }
    }

    /** The file with this path, {@code objects/} before it or left out; null when there is none. */
    Found find(String path) {
        String bare = path.startsWith("./") ? path.substring(2) : path;
        String swapped = bare.startsWith("objects/") ? bare.substring("objects/".length()) : "objects/" + bare;
        for (String candidate : List.of(bare, swapped, bare.strip(), swapped.strip())) {
            Found file = exact.get(latin1(candidate));
            if (file == null) {
                // macOS may write names decomposed where the table has them composed.
                file = composed.get(compose(candidate));
            }
            if (file != null) {
                return file;
            }
        }
        return null;
    }

    /** Whether two names are the same to a reader. */
    static boolean same(String one, String other) {
        return compose(one).equals(compose(other));
    }

    private static String compose(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static String latin1(String path) {
        return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
