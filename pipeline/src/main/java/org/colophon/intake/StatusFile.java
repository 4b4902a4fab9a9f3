package org.colophon.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colophon.item.Note;
import org.colophon.port.Sources;

/** The {@code STATUS.txt} of each inbox: written whole, and only when it would say something else. */
final class StatusFile {
    private static final String HEADING = Note.SIGNATURE
            + "what is going on in this folder. This file is rewritten every few seconds; a line is an object; below it, what was noticed about its pages.\n\n";

    private final Sources sources;
    private final Map<Path, String> written = new HashMap<>();

    StatusFile(Sources sources) {
        this.sources = sources;
    }

    /** Says these lines, one an object. */
    void write(Path inbox, List<String> lines) throws IOException {
        String text = HEADING + (lines.isEmpty() ? "Nothing is waiting here.\n" : String.join("\n", lines) + "\n");
        Path file = inbox.resolve(Note.STATUS.fileName());
        if (!text.equals(written.get(inbox)) || !sources.exists(file)) {
            sources.write(file, text);
            written.put(inbox, text);
        }
    }
}
