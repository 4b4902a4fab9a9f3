package org.colophon.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * One source of configuration values.
 *
 * @param values dotted key to its value
 * @param problems what could not even be read
 */
public record Layer(Map<String, Value> values, List<String> problems) {
    static final String SHIPPED = "the shipped colophon.yml";
    private static final String PREFIX = "COLOPHON_";
    private static final String FROM_FILE = "_FILE";

    /**
     * A value and where it was set.
     *
     * @param origin for messages, e.g. {@code colophon.yml} or {@code --set}
     */
    public record Value(String text, String origin) {}

    /** The configuration that the distribution brings: defaults, with their comments. */
    public static Layer shipped(Path file) {
        Layer read = file(file);
        Map<String, Value> values = new TreeMap<>();
        read.values().forEach((key, value) -> values.put(key, new Value(value.text(), SHIPPED)));
        return new Layer(values, read.problems());
    }

    /** A YAML file; nested keys become dotted ones, lists become comma-separated text. */
    public static Layer file(Path file) {
        Map<String, Value> values = new TreeMap<>();
        try {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            if (tree != null && !(tree instanceof Map)) {
                return new Layer(Map.of(), List.of(file + ": holds no keys; see config/colophon.yml for its form"));
            }
            flatten("", tree, file.toString(), values);
            return new Layer(values, List.of());
        } catch (YAMLException e) {
            return new Layer(Map.of(), List.of(file + ": " + e.getMessage().replace("\n", " ")));
        } catch (IOException e) {
            return new Layer(Map.of(), List.of(file + ": cannot be read (" + e.getMessage() + ")"));
        }
    }

    /** Variables such as {@code COLOPHON_WEB_PORT}; {@code COLOPHON_STORE_SECRET_KEY_FILE} names a file that holds it. */
    public static Layer environment(Map<String, String> environment) {
        Map<String, Value> values = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Key<?> key : Keys.ALL) {
            String variable = PREFIX
                    + key.name().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            String text = environment.get(variable);
            if (text != null) {
                values.put(key.name(), new Value(text, variable));
            }
            String file = environment.get(variable + FROM_FILE);
            if (file != null) {
                try {
                    values.put(
                            key.name(),
                            new Value(Files.readString(Path.of(file)).strip(), variable + FROM_FILE));
                } catch (IOException e) {
                    problems.add(variable + FROM_FILE + ": " + file + " cannot be read");
                }
            }
        }
        return new Layer(values, problems);
    }

    /** Settings from the command line, {@code key=value} each. */
    public static Layer assignments(List<String> assignments) {
        Map<String, Value> values = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (String assignment : assignments) {
            int at = assignment.indexOf('=');
            if (at < 1) {
                problems.add("--set " + assignment + ": write --set key=value");
            } else {
                values.put(assignment.substring(0, at).trim(), new Value(assignment.substring(at + 1), "--set"));
            }
        }
        return new Layer(values, problems);
    }

    private static void flatten(String prefix, Object node, String origin, Map<String, Value> into) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) ->
                    flatten(prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, value, origin, into));
        } else if (node instanceof List<?> list) {
            String text = list.stream().map(String::valueOf).collect(Collectors.joining(","));
            into.put(prefix, new Value(text, origin));
        } else if (!prefix.isEmpty()) {
            into.put(prefix, new Value(node == null ? "" : String.valueOf(node), origin));
        }
    }
}
