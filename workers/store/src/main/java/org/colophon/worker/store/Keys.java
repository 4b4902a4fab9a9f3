package org.colophon.worker.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The one key pair the server accepts. */
record Keys(String access, String secret) {

    /**
     * Reads {@code access-key} and {@code secret-key} from a properties file.
     *
     * @throws UsageException when the file cannot be read or lacks one of them
     */
    static Keys read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("cannot read the key file " + file + ": " + e);
        }
        return new Keys(required(properties, "access-key", file), required(properties, "secret-key", file));
    }

    private static String required(Properties properties, String name, Path file) {
        String value = properties.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new UsageException("the key file " + file + " has no " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return "Keys[REDACTED]";
    }
}
