package org.colophon.examine.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of a profile's file, read key by key. Whatever is wrong is a problem with its file, line and key, and reading
 * goes on with a stand-in, so that all problems are told together.
 */
final class Section {
    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<String> problems;

    Section(String file, String path, Node node, List<String> problems) {
        this.file = file;
        this.path = path;
        this.line = line(node);
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else {
            problem(line, path.isEmpty() ? "the file" : path, "holds no keys");
        }
    }

    private void add(NodeTuple tuple) {
        int at = line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problem(at, path, "has a key that is no word");
        } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
            problem(at, within(key.getValue()), "stands here a second time");
        } else {
            lines.put(key.getValue(), at);
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private String within(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private void problem(int at, String key, String what) {
        problems.add(file + ", line " + at + ": " + key + " " + what);
    }

    /** Tells of a key's value that it is wrong. */
    void wrong(String key, String what) {
        problem(lines.getOrDefault(key, line), within(key), what);
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Tells of every key that is none of these. */
    void only(List<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                wrong(key, "is no key; there are " + String.join(", ", known));
            }
        }
    }

    /** The part under a key. */
    Optional<Section> section(String key) {
        return Optional.ofNullable(values.get(key)).map(node -> new Section(file, within(key), node, problems));
    }

    /** The text of a key; null when it is not there. */
    String text(String key) {
        Node node = values.get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        wrong(key, "must be one value");
        return null;
    }

    /** The values of a key, one or a list; empty when it is not there. */
    List<String> texts(String key) {
        Node node = values.get(key);
        if (!(node instanceof SequenceNode sequence)) {
            String one = text(key);
            return one == null ? List.of() : List.of(one);
        }
        List<String> texts = new ArrayList<>();
        for (Node each : sequence.getValue()) {
            if (each instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                wrong(key, "must be a list of single values");
            }
        }
        return texts;
    }

    /** As above, where it must be there. */
    List<String> neededTexts(String key) {
        List<String> texts = texts(key);
        if (texts.isEmpty()) {
            wrong(key, "is missing");
        }
        return texts;
    }

    /** A number above zero; null when it is not there. */
    Double number(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?") && Double.parseDouble(text) > 0) {
            return Double.parseDouble(text);
        }
        wrong(key, "is \"" + text + "\", not a number above 0");
        return null;
    }

    /** A whole number above zero; null when it is not there. */
    Integer count(String key) {
        Double value = number(key);
        if (value != null && (value != Math.rint(value) || value > Integer.MAX_VALUE)) {
            wrong(key, "is not a whole number");
        }
        return value == null ? null : value.intValue();
    }

    /** What a broken rule means; null for {@code off}. */
    Level level(String key, Level otherwise) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        return switch (text) {
            case "reject" -> Level.REJECT;
            case "warn" -> Level.WARN;
            case "note" -> Level.NOTE;
            case "off" -> null;
            default -> {
                wrong(key, "is \"" + text + "\", not one of reject, warn, note, off");
                yield otherwise;
            }
        };
    }
}
