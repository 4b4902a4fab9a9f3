package org.colophon.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colophon.item.Note;
import org.colophon.port.Sources.Found;

/** All checksum files of an object against the files that lie there. */
final class Checksums {
    private final List<ChecksumFile> lists;
    private final Map<String, Found> byBytes = new HashMap<>();
    private final Set<Found> listed = new HashSet<>();
    private final List<Expected> expected = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> missing = new ArrayList<>();

    /** A promise about a file. */
    private record Expected(ChecksumFile list, ChecksumFile.Entry entry, Found file) {}

    Checksums(List<ChecksumFile> lists, List<Found> files) {
        this.lists = lists;
        files.forEach(file -> byBytes.put(FileNames.bytes(file.seen()), file));
        for (ChecksumFile list : lists) {
            faults.addAll(list.faults());
            list.entries().forEach(entry -> match(list, entry));
        }
    }

    private void match(ChecksumFile list, ChecksumFile.Entry entry) {
        String folder = list.name().contains("/") ? "metadata/" : "";
        for (String base : List.of("", folder, "objects/")) {
            Found file = byBytes.get(normal(base + entry.path()));
            if (file != null) {
                listed.add(file);
                expected.add(new Expected(list, entry, file));
                return;
            }
        }
        missing.add(new Fault(
                list.name(),
                entry.row(),
                "2 (path)",
                ChecksumFile.shown(entry.path()) + " is listed, but no such file lies here"));
    }

    /** Resolves {@code .} and {@code ..} by name alone; what would leave the object matches nothing. */
    private static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return "/";
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return path.startsWith("/") ? "/" : String.join("/", parts);
    }

    boolean any() {
        return !lists.isEmpty();
    }

    /** Whether they can be understood, and list every file but themselves. */
    boolean listEverything() {
        return any()
                && faults.isEmpty()
                && missing.isEmpty()
                && byBytes.values().stream()
                        .allMatch(file -> listed.contains(file)
                                || ChecksumFile.algorithm(file.name()).isPresent());
    }

    /** Files that are listed but do not lie here, or not yet. */
    List<Fault> missing() {
        return missing;
    }

    /** What does not hold: unreadable lines, missing files, unlisted scans, other bytes. All of it. */
    List<Fault> verify(List<Found> masters, Map<Found, Map<String, String>> digests) {
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(missing);
        for (Expected promise : expected) {
            String found = digests.get(promise.file()).get(promise.list().algorithm());
            if (!promise.entry().hash().equals(found)) {
                all.add(new Fault(
                        promise.list().name(),
                        promise.entry().row(),
                        "1 (hash)",
                        Note.oneLine(promise.file().name()) + " has other bytes than listed: its "
                                + promise.list().algorithm() + " is " + found + "; copy it again, or list it anew"));
            }
        }
        if (any()) {
            masters.stream()
                    .filter(master -> !listed.contains(master))
                    .forEach(master -> all.add(Fault.of(
                            lists.get(0).name(),
                            Note.oneLine(master.name()) + " lies here but is not listed; list it, or take it away")));
        }
        return all;
    }

    /** Names of the lists, for the event. */
    String names() {
        return String.join(", ", lists.stream().map(ChecksumFile::name).toList());
    }

    /** How many promises there are. */
    int promises() {
        return expected.size();
    }
}
