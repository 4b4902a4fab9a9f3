package org.colophon.worker.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of the server.
 *
 * @param root the store folder; its direct children are the buckets
 * @param port TCP port on 127.0.0.1, 0 for any free one
 * @param keys properties file with {@code access-key} and {@code secret-key}; secrets never stand on a command line,
 *     where every user of the machine could read them
 */
record Arguments(Path root, int port, Path keys) {
    private static final List<String> NAMES = List.of("--root", "--port", "--keys");
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads {@code --root DIR --port N --keys FILE} in any order.
     *
     * @throws UsageException when one is missing, unknown or malformed
     */
    static Arguments parse(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!NAMES.contains(name)) {
                throw new UsageException("unknown argument " + name + "; known are " + String.join(" ", NAMES));
            }
            if (i + 1 == words.size()) {
                throw new UsageException(name + " needs a value");
            }
            values.put(name, words.get(i + 1));
        }
        return new Arguments(
                Path.of(required(values, "--root")).toAbsolutePath().normalize(),
                port(required(values, "--port")),
                Path.of(required(values, "--keys")));
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new UsageException(name + " is missing");
        }
        return value;
    }

    private static int port(String word) {
        try {
            int port = Integer.parseInt(word);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("--port " + word + " is not a number from 0 to " + HIGHEST_PORT);
        }
        throw new UsageException("--port " + word + " is not a number from 0 to " + HIGHEST_PORT);
    }
}
