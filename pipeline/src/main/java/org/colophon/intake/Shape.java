package org.colophon.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.colophon.item.SourcePath;
import org.colophon.port.Sources.Found;
import org.colophon.port.Sources.Kind;
import org.colophon.port.Sources.Survey;

/** What lies in the inbox, by its shape alone. */
sealed interface Shape {
    /** One object: scans in reading order, and what came with them. */
    record Whole(List<Found> masters, List<Found> others) implements Shape {}

    /** A folder of objects, and the metadata that names them, or null. */
    record Batch(List<Path> children, Found metadata) implements Shape {}

    /** No scans yet; what to say of it. */
    record Empty(String reason) implements Shape {}

    /** Nothing that could become an object: every fault. */
    record Faulty(List<String> faults) implements Shape {}

    /** Tells the shape. */
    static Shape of(Survey survey) {
        if (survey.kind() != Kind.FOLDER) {
            return loose(survey);
        }
        Sorted sorted = new Sorted(survey);
        List<String> faults = new ArrayList<>(survey.faults());
        if (sorted.batch()) {
            return new Batch(sorted.children(), sorted.csv());
        }
        if (!sorted.nested.isEmpty()) {
            faults.add("scans may lie at the top of the folder or in objects/, not deeper: " + Names.all(sorted.nested)
                    + "; move them up, or drop each folder by itself");
        }
        if (!sorted.top.isEmpty() && !sorted.inObjects.isEmpty()) {
            faults.add("scans lie at the top of the folder and in objects/ as well: put them all into one place");
        }
        if (!faults.isEmpty()) {
            return new Faulty(faults);
        }
        List<Found> masters = new ArrayList<>(sorted.top.isEmpty() ? sorted.inObjects : sorted.top);
        if (masters.isEmpty()) {
            return new Empty(
                    sorted.others.isEmpty()
                            ? "the folder is empty"
                            : "no scans lie in it (" + Names.some(sorted.others)
                                    + "); scans belong at its top or into objects/, one of "
                                    + String.join(
                                            ", ",
                                            FileNames.IMAGES.stream().sorted().toList()));
        }
        masters.sort(Comparator.comparing(Found::name, new NaturalOrder()));
        return new Whole(masters, sorted.others);
    }

    private static Shape loose(Survey survey) {
        if (!survey.faults().isEmpty()) {
            return new Faulty(survey.faults());
        }
        String name = SourcePath.of(survey.root()).name();
        return FileNames.isImage(name)
                ? new Whole(survey.files(), List.of())
                : new Empty("it is not a scan by its name; put it into the folder of the object it belongs to");
    }

    /** The files of a folder by where they lie. */
    final class Sorted {
        private static final Set<String> PARTS = Set.of("objects", "metadata");

        private final Survey survey;
        private final List<Found> top = new ArrayList<>();
        private final List<Found> inObjects = new ArrayList<>();
        private final List<Found> nested = new ArrayList<>();
        private final List<Found> others = new ArrayList<>();

        Sorted(Survey survey) {
            this.survey = survey;
            survey.files().forEach(file -> place(file).add(file));
        }

        private List<Found> place(Found file) {
            Path inside = survey.root().relativize(file.path());
            String first = name(inside.getName(0));
            if (!FileNames.isImage(file.name()) || (inside.getNameCount() > 1 && first.equals("metadata"))) {
                return others;
            }
            if (inside.getNameCount() == 1) {
                return top;
            }
            return first.equals("objects") && inside.getNameCount() == 2 ? inObjects : nested;
        }

        /** Only folders that are no part of an object, and at most a metadata.csv. */
        boolean batch() {
            boolean onlyCsv = survey.files().stream()
                    .filter(file -> file.path().getParent().equals(survey.root()))
                    .allMatch(file -> name(file.path()).equals("metadata.csv"));
            return onlyCsv
                    && !children().isEmpty()
                    && topFolders().stream().noneMatch(folder -> PARTS.contains(name(folder)));
        }

        List<Path> children() {
            return topFolders().stream()
                    .filter(folder -> !PARTS.contains(name(folder)))
                    .toList();
        }

        private List<Path> topFolders() {
            return survey.folders().stream()
                    .filter(folder -> folder.getParent().equals(survey.root()))
                    .toList();
        }

        Found csv() {
            return survey.files().stream()
                    .filter(file -> file.path().getParent().equals(survey.root()))
                    .findFirst()
                    .orElse(null);
        }

        private static String name(Path path) {
            return path.getFileName().toString().toLowerCase(Locale.ROOT);
        }
    }
}
