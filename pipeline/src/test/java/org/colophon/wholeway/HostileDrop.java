package org.colophon.wholeway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Hostile files as objects to drop. Fuzzers' files bear no page's name: they get the one of what they imitate. Pictures of
 * a kind that is no page lie in a folder of their own.
 *
 * @param objects file or folder, by the format its name claims
 */
record HostileDrop(Map<Path, String> objects) {
    private static final int LONGEST = 100;
    private static final List<String> STATES = List.of("published", "duplicate", "rejected", "set-aside");

    /** Lays the files out in a folder. */
    static HostileDrop of(Path files, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<Path, String> objects = new TreeMap<>();
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : (Iterable<Path>) all.sorted()::iterator) {
                String name = file.getFileName().toString();
                String format = format(name);
                Path object = folder.resolve(format.equals("fuzz") ? name + ".pdf" : name);
                if (format.equals("psd")) {
                    object = Files.createDirectory(folder.resolve(name + "-folder"));
                    Files.copy(file, object.resolve(name));
                } else {
                    Files.copy(file, object);
                }
                objects.put(object, format.equals("fuzz") ? "pdf" : format);
            }
        }
        return new HostileDrop(objects);
    }

    int size() {
        return objects.size();
    }

    /** Drops them all. */
    void into(Path inbox) throws IOException {
        for (Path object : objects.keySet()) {
            Files.move(object, inbox.resolve(object.getFileName()));
        }
    }

    /** What became of them, for people: a row a file, then their sums and the rules. */
    String table(List<JsonNode> items, LedgerRows rows) {
        Map<String, Long> millis = rows.examined();
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        List<String> lines = new ArrayList<>(List.of("| file | verdict | seconds | why |", "|---|---|---|---|"));
        for (Map.Entry<Path, String> object : objects.entrySet()) {
            JsonNode item = itemOf(items, object.getKey());
            String state = item == null ? "lost" : item.get("state").asText();
            counts.computeIfAbsent(object.getValue(), format -> new TreeMap<>()).merge(state, 1, Integer::sum);
            lines.add("| " + object.getKey().getFileName() + " | " + state + " | "
                    + seconds(
                            item == null
                                    ? 0
                                    : millis.getOrDefault(item.get("id").asText(), 0L)) + " | "
                    + why(item) + " |");
        }
        lines.add("");
        lines.add("| named as | files | deposited | duplicate | rejected | set aside |");
        lines.add("|---|---|---|---|---|---|");
        counts.forEach((format, ends) -> {
            StringBuilder line = new StringBuilder("| " + format + " | " + sum(ends));
            STATES.forEach(state -> line.append(" | ").append(ends.getOrDefault(state, 0)));
            lines.add(line.append(" |").toString());
        });
        lines.add("");
        lines.add("Pages refused, by rule: "
                + rows.refusals().entrySet().stream()
                        .map(rule -> rule.getKey() + " " + rule.getValue())
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("none")
                + ".");
        return String.join("\n", lines) + "\n";
    }

    private static JsonNode itemOf(List<JsonNode> items, Path object) {
        String end = "/" + object.getFileName();
        return items.stream()
                .filter(item -> item.get("source").asText().endsWith(end))
                .findFirst()
                .orElse(null);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    private static String why(JsonNode item) {
        String reason = item == null
                ? ""
                : item.path("reason").asText("").lines().findFirst().orElse("");
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
    }

    private static int sum(Map<String, Integer> ends) {
        return ends.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String format(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
