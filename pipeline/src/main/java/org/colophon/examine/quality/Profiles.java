package org.colophon.examine.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colophon.item.Collection;
import org.colophon.item.Item;

/** All quality profiles there are, by name. */
public final class Profiles {
    private static final String ENDING = ".yml";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final Map<String, Profile> byName;

    private Profiles(Map<String, Profile> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Only the one that asks for nothing. */
    public static Profiles none() {
        return new Profiles(Map.of(Profile.DEFAULT, anythingReadable()));
    }

    private static Profile anythingReadable() {
        return new Profile(Profile.DEFAULT, "Anything that can be read", List.of(), Map.of(), List.of(), 300);
    }

    /**
     * Reads the profiles of these folders; one in a later folder takes the place of its namesake.
     *
     * @param problems takes what is wrong, a line each with file, line and key
     */
    public static Profiles read(List<Path> folders, List<String> problems) {
        Map<String, Profile> byName = new TreeMap<>();
        byName.put(Profile.DEFAULT, anythingReadable());
        for (Path folder : folders) {
            for (Path file : files(folder, problems)) {
                String fileName = file.getFileName().toString();
                String name = fileName.substring(0, fileName.length() - ENDING.length());
                if (!NAME.matcher(name).matches()) {
                    problems.add(
                            file + ": a profile's name has small letters, digits and hyphens only; rename the file");
                } else {
                    ProfileFile.read(name, file, problems).ifPresent(profile -> byName.put(name, profile));
                }
            }
        }
        return new Profiles(byName);
    }

    private static List<Path> files(Path folder, List<String> problems) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            problems.add(folder + ": cannot be listed (" + e.getMessage() + ")");
            return List.of();
        }
    }

    /** Names of all profiles. */
    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    /** A profile by its name; the one that asks for nothing where there is none of that name any more. */
    public Profile named(String name) {
        return byName.getOrDefault(name, byName.get(Profile.DEFAULT));
    }

    /** The profile an item is held against: its collection's. */
    public Profile of(Item item, List<Collection> collections) {
        return named(Collection.of(item, collections).map(Collection::quality).orElse(Profile.DEFAULT));
    }
}
