package org.colophon.settle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colophon.item.FileSeen;
import org.colophon.item.Note;
import org.colophon.item.SourcePath;

/** What became different in a folder since it was taken in. */
final class Changes {
    private Changes() {}

    /** The root's own key, as it was seen. */
    static String rootKey(List<FileSeen> seen) {
        return seen.stream()
                .filter(one -> one.path().isEmpty())
                .map(FileSeen::key)
                .findFirst()
                .orElse("");
    }

    /** A line a file that is new, gone or changed; empty when all is as it was. */
    static List<String> between(List<FileSeen> then, List<FileSeen> now) {
        Map<String, FileSeen> before = new HashMap<>();
        then.forEach(seen -> before.put(seen.path(), seen));
        List<String> lines = new ArrayList<>();
        for (FileSeen seen : now) {
            FileSeen earlier = before.remove(seen.path());
            if (earlier == null) {
                lines.add(name(seen) + " is new");
            } else if (!earlier.equals(seen) && !seen.path().isEmpty()) {
                lines.add(name(seen) + " has changed");
            }
        }
        before.values().stream()
                .filter(seen -> !seen.path().isEmpty())
                .forEach(seen -> lines.add(name(seen) + " is gone"));
        lines.sort(null);
        return lines;
    }

    private static String name(FileSeen seen) {
        return Note.oneLine(new SourcePath("file:///" + seen.path()).display().substring(1));
    }
}
