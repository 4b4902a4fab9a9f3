package org.colophon.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colophon.item.Collection;
import org.colophon.item.Note;
import org.colophon.item.Source;
import org.colophon.item.Source.Origin;
import org.colophon.item.SourcePath;
import org.colophon.port.Sources;
import org.colophon.port.Sources.Found;
import org.colophon.port.Sources.Kind;
import org.colophon.port.Sources.Survey;

/** One look over an inbox, or over what was named on the command line: which objects lie there. */
final class Lookout {
    private static final int LARGEST_BATCH_TABLE = 1 << 20;

    private final Sources sources;
    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<Collection, List<String>> lines = new HashMap<>();
    private final Set<Path> readyBatches = new HashSet<>();

    Lookout(Sources sources) {
        this.sources = sources;
    }

    /** Looks over an inbox; the message of what is thrown is for people. */
    void inbox(Collection collection) throws IOException {
        for (Path path : sources.list(collection.inbox())) {
            object(path, collection, Origin.INBOX);
        }
    }

    /** Looks at one path, which may turn out to be a batch. */
    void object(Path path, Collection collection, Origin origin) {
        Survey survey = sources.survey(path);
        if (survey.kind() == Kind.GONE) {
            return;
        }
        if (!(Shape.of(survey) instanceof Shape.Batch batch)) {
            sightings.add(new Sighting(source(path, origin), collection, survey, null));
            return;
        }
        if (survey.ready()) {
            readyBatches.add(path);
        }
        for (Path child : batch.children()) {
            Survey inside = sources.survey(child);
            if (inside.kind() != Kind.GONE) {
                Survey told = survey.ready() ? inside.withReady() : inside;
                sightings.add(new Sighting(source(child, origin), collection, told, batch.metadata()));
            }
        }
        if (batch.metadata() != null) {
            strayRows(path, batch, lines.computeIfAbsent(collection, key -> new ArrayList<>()));
        }
    }

    /** A batch's table may name a child that is not there: nobody else could tell of it. */
    private void strayRows(Path path, Shape.Batch batch, List<String> said) {
        List<String> children = batch.children().stream()
                .map(child -> SourcePath.of(child).name())
                .toList();
        Found file = batch.metadata();
        try (InputStream bytes = sources.open(file.path())) {
            CsvTable table = CsvTable.read(file.name(), bytes.readNBytes(LARGEST_BATCH_TABLE));
            for (CsvTable.Row row : table.rows()) {
                if (children.stream().noneMatch(child -> CsvDelivery.concerns(row.filename(), child))) {
                    said.add(Note.oneLine(SourcePath.of(path).name()) + ": metadata.csv, row " + row.number()
                            + " names " + Fault.quote(row.filename()) + ", which does not lie here (any more)");
                }
            }
        } catch (IOException e) {
            said.add(Note.oneLine(SourcePath.of(path).name()) + ": metadata.csv cannot be read (" + e.getMessage()
                    + ")");
        }
    }

    private static Source source(Path path, Origin origin) {
        return new Source(SourcePath.of(path), origin);
    }

    List<Sighting> sightings() {
        return sightings;
    }

    /** What is to be said of batches in STATUS.txt. */
    List<String> lines(Collection collection) {
        return lines.getOrDefault(collection, List.of());
    }

    /** Batches whose own marker says that all their children are complete. */
    Set<Path> readyBatches() {
        return readyBatches;
    }
}
