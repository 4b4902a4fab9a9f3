package org.colophon.worker.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where recognition models ({@code *.traineddata}) are looked for: one rule for the worker that loads them and for the
 * pipeline that tells beforehand what is missing. The first folder that holds a model wins:
 *
 * <ol>
 *   <li>the configured folders, in their order;
 *   <li>{@code TESSDATA_PREFIX}, itself and its {@code tessdata} (Tesseract 3 took the parent, 4 and 5 the folder);
 *   <li>the places of Debian's and Homebrew's packages;
 *   <li>what the worker brings along: {@code eng} and {@code osd}.
 * </ol>
 *
 * <p>The folders are read anew at every question, so that a model installed meanwhile is found.
 */
public final class Tessdata {
    /** Models inside the worker's own jars, always available. */
    public static final Set<String> BUNDLED = Set.of("eng", "osd");

    private static final List<Path> USUAL = List.of(
            Path.of("/usr/share/tesseract-ocr/5/tessdata"),
            Path.of("/usr/share/tessdata"),
            Path.of("/opt/homebrew/share/tessdata"));
    private static final String SUFFIX = ".traineddata";
    private static final String SCRIPT = "script/";
    /** Anything else could leave the folder, or means several models to Tesseract ({@code deu+lat}, {@code ~eng}). */
    private static final Pattern NAME = Pattern.compile("(script/)?[A-Za-z0-9][A-Za-z0-9_-]*");
    /** Debian names script packages by ISO 15924, Tesseract by the script's English name. */
    private static final Map<String, String> SCRIPT_CODES =
            Map.of("Fraktur", "frak", "Latin", "latn", "Cyrillic", "cyrl", "Greek", "grek", "Hebrew", "hebr");

    private final List<Path> folders;

    /**
     * @param configured folders to look in first
     * @param environment the process's environment; only {@code TESSDATA_PREFIX} is read
     */
    public Tessdata(List<Path> configured, Map<String, String> environment) {
        Set<Path> all = new LinkedHashSet<>(configured);
        String prefix = environment.getOrDefault("TESSDATA_PREFIX", "");
        if (!prefix.isBlank()) {
            all.add(Path.of(prefix));
            all.add(Path.of(prefix, "tessdata"));
        }
        all.addAll(USUAL);
        this.folders = List.copyOf(all);
    }

    /** The folders, in the order they are looked in. */
    public List<Path> folders() {
        return folders;
    }

    /**
     * The file of a model in the first folder that has it. A script's model is taken from {@code script/Fraktur} or
     * {@code Fraktur}, whichever way it is asked for, since packages differ.
     *
     * @param model Tesseract's name, e.g. {@code deu}, {@code script/Fraktur}
     * @return empty when no folder has it; the model may still be {@link #BUNDLED}
     */
    public Optional<Path> find(String model) {
        if (!NAME.matcher(model).matches()) {
            return Optional.empty();
        }
        String bare = model.startsWith(SCRIPT) ? model.substring(SCRIPT.length()) : model;
        List<String> names = bare.equals(model) ? List.of(bare, SCRIPT + bare) : List.of(model, bare);
        return folders.stream()
                .flatMap(folder -> names.stream().map(name -> folder.resolve(name + SUFFIX)))
                .filter(Files::isReadable)
                .findFirst();
    }

    /** Whether a model can be loaded, from a folder or because the worker brings it. */
    public boolean has(String model) {
        return BUNDLED.contains(model) || find(model).isPresent();
    }

    /**
     * Names of all models that can be loaded, bundled ones included, sorted. A model that lies in a {@code script}
     * folder is named with it.
     */
    public List<String> available() {
        Set<String> names = new TreeSet<>(BUNDLED);
        for (Path folder : folders) {
            names.addAll(modelsIn(folder, ""));
            names.addAll(modelsIn(folder.resolve("script"), SCRIPT));
        }
        return List.copyOf(names);
    }

    private static List<String> modelsIn(Path folder, String before) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> before + name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of recognition models " + folder + " cannot be listed", e);
        }
    }

    /**
     * What to tell a person when a model is missing: the language, where it was looked for, the package to install.
     *
     * @param model Tesseract's name
     */
    public String explainMissing(String model) {
        List<String> looked = new ArrayList<>();
        folders.forEach(folder -> looked.add(folder.toString()));
        return "no recognition model for the language '" + model + "': looked for " + model + SUFFIX + " in "
                + looked.stream().collect(Collectors.joining(", "))
                + ". Install it (Debian and Ubuntu: apt install " + debianPackage(model)
                + "), or put the file into a folder named by ocr.tessdata";
    }

    /**
     * The Debian package that holds a model.
     *
     * @param model Tesseract's name, e.g. {@code chi_sim}
     * @return e.g. {@code tesseract-ocr-chi-sim}
     */
    public static String debianPackage(String model) {
        String bare = model.startsWith(SCRIPT) ? model.substring(SCRIPT.length()) : model;
        if (SCRIPT_CODES.containsKey(bare)) {
            return "tesseract-ocr-script-" + SCRIPT_CODES.get(bare);
        }
        return "tesseract-ocr-" + bare.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
