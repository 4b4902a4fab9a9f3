package org.colophon.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.colophon.item.Note;
import org.colophon.port.Sources.Found;

/** Names of files in a sentence. */
final class Names {
    private static final int MOST = 20;

    private Names() {}

    /** Each of them: whoever must mend them needs to know every one. */
    static String all(List<Found> files) {
        return files.stream().map(file -> Note.oneLine(file.name())).collect(Collectors.joining(", "));
    }

    /** The first twenty, where the point is only what sort of files they are. */
    static String some(List<Found> files) {
        String some = all(files.subList(0, Math.min(MOST, files.size())));
        return files.size() <= MOST ? some : some + " and " + (files.size() - MOST) + " more";
    }
}
