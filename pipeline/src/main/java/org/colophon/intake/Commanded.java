package org.colophon.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colophon.item.Collection;
import org.colophon.item.ItemId;
import org.colophon.item.Source.Origin;
import org.colophon.item.SourcePath;
import org.colophon.port.Sources;

/** What was named on the command line, and the items it became. */
final class Commanded {
    private final Sources sources;
    private final Map<Path, Collection> paths = new LinkedHashMap<>();
    private final Map<String, ItemId> taken = new LinkedHashMap<>();

    Commanded(Sources sources) {
        this.sources = sources;
    }

    /** Notes the objects under these paths, and gives them back in their order. */
    List<Path> add(List<Path> named, boolean each, Collection collection) {
        List<Path> objects = new ArrayList<>();
        for (Path path : named) {
            objects.addAll(each ? children(sources, path) : List.of(real(path)));
        }
        objects.forEach(object -> paths.put(object, collection));
        return objects;
    }

    /** What lies in a folder and may be an object, in natural order. */
    static List<Path> children(Sources sources, Path folder) {
        try {
            return sources.list(real(folder)).stream()
                    .filter(Commanded::isObject)
                    .sorted(Comparator.comparing(path -> SourcePath.of(path).name(), new NaturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new NothingThereException(folder, String.valueOf(e.getMessage()), e);
        }
    }

    /** A loose file beside the objects, such as a README, is none itself. */
    private static boolean isObject(Path child) {
        return !Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)
                || FileNames.isImage(SourcePath.of(child).name());
    }

    /** Whoever names a link on the command line means what it leads to. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new NothingThereException(path, "there is nothing, or nothing that can be read", e);
        }
    }

    void look(Lookout lookout) {
        paths.forEach((path, collection) -> lookout.object(path, collection, Origin.COMMAND));
    }

    void became(Sighting sighting, ItemId id) {
        if (isOne(sighting)) {
            taken.putIfAbsent(sighting.key(), id);
        }
    }

    /** Whether it has its item already: left where it lies, it would else be a new drop at every look. */
    boolean known(Sighting sighting) {
        return isOne(sighting) && taken.containsKey(sighting.key());
    }

    private static boolean isOne(Sighting sighting) {
        return sighting.source().origin() == Origin.COMMAND;
    }

    /** The items of these objects, those of a batch in its stead. */
    List<ItemId> items(List<Path> objects) {
        return objects.stream()
                .flatMap(object -> taken.entrySet().stream()
                        .filter(entry -> new SourcePath(entry.getKey()).path().startsWith(object))
                        .map(Map.Entry::getValue))
                .distinct()
                .toList();
    }
}
