package org.colophon.worker.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of the tools this worker is made of, written by the build: agents of its PREMIS events. */
public final class Versions {
    private static final Properties VERSIONS = load();

    private Versions() {}

    /** The version of a tool that {@code versions.properties} names. */
    public static String of(String tool) {
        String version = VERSIONS.getProperty(tool);
        if (version == null) {
            throw new IllegalArgumentException("versions.properties does not name " + tool);
        }
        return version;
    }

    private static Properties load() {
        Properties versions = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("versions.properties cannot be read: build the worker again", e);
        }
        return versions;
    }
}
