package org.colophon.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.colophon.item.Access;
import org.colophon.item.Description;
import org.colophon.item.SourcePath;
import org.colophon.port.Sources;
import org.colophon.port.Sources.Found;
import org.colophon.port.Sources.Kind;

/** The objects at a place, as intake would see them if they were dropped; nothing is taken in. */
public final class FoundObjects {
    private static final long LARGEST_TABLE = 16 << 20;

    private final Sources sources;

    public FoundObjects(Sources sources) {
        this.sources = sources;
    }

    /**
     * An object.
     *
     * @param scans in reading order; empty when there is a problem
     * @param description as a metadata.csv beside the scans says it
     * @param problem why it could not be taken in, whatever its scans are; null when its shape is right
     */
    public record FoundObject(Path root, List<Found> scans, Description description, String problem) {
        public FoundObject {
            scans = List.copyOf(scans);
        }
    }

    /**
     * The object at a path; where it is a folder without scans of its own, the objects in it.
     *
     * @throws NothingThereException when there is nothing
     */
    public List<FoundObject> at(Path path) {
        Path real = Commanded.real(path);
        Sources.Survey survey = sources.survey(real);
        Shape shape = Shape.of(survey);
        if (shape instanceof Shape.Whole || survey.kind() != Kind.FOLDER) {
            return List.of(object(survey, shape));
        }
        List<FoundObject> children = new ArrayList<>();
        if (!(shape instanceof Shape.Faulty) || hasNoScans(survey)) {
            for (Path child : Commanded.children(sources, real)) {
                Sources.Survey inside = sources.survey(child);
                children.add(object(inside, Shape.of(inside)));
            }
        }
        return children.isEmpty() ? List.of(object(survey, shape)) : children;
    }

    private static boolean hasNoScans(Sources.Survey survey) {
        return survey.files().stream()
                .filter(file -> file.path().getParent().equals(survey.root()))
                .noneMatch(file -> FileNames.isImage(file.name()));
    }

    private FoundObject object(Sources.Survey survey, Shape shape) {
        if (shape instanceof Shape.Whole whole) {
            return new FoundObject(survey.root(), whole.masters(), description(whole.others()), null);
        }
        String problem = shape instanceof Shape.Faulty faulty
                ? String.join("; ", faulty.faults())
                : shape instanceof Shape.Empty empty
                        ? empty.reason()
                        : "it is a folder of objects: check each by itself";
        return new FoundObject(survey.root(), List.of(), Description.NONE, problem);
    }

    /** What is wrong with the metadata is for the drop to tell; here they only give the size of the sheet. */
    private static Description description(List<Found> others) {
        Optional<Found> table = others.stream()
                .filter(file -> file.name().equalsIgnoreCase("metadata.csv")
                        || file.name().equalsIgnoreCase("metadata/metadata.csv"))
                .min(Comparator.comparing(Found::name));
        return table.filter(file -> file.seen().size() <= LARGEST_TABLE)
                .map(file -> description(file, others))
                .orElse(Description.NONE);
    }

    private static Description description(Found table, List<Found> files) {
        try {
            byte[] content = Files.readAllBytes(table.path());
            return CsvDelivery.of(CsvTable.read(table.name(), content), files, Access.OPEN)
                    .description();
        } catch (IOException e) {
            return Description.NONE;
        }
    }

    /** For people. */
    public static String name(FoundObject object) {
        return SourcePath.of(object.root()).name();
    }

    /** The extension by which a worker knows what a name promises. */
    public static String extension(Found scan) {
        return FileNames.extension(scan.name());
    }
}
