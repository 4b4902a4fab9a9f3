package org.colophon.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The texts of the samples, which are the project's own. */
final class Prose {
    private Prose() {}

    /** The whole of a text among the resources of this package. */
    static String of(String name) {
        try (InputStream in = Prose.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The text " + name + " is missing among the test resources");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The text " + name + " could not be read", e);
        }
    }
}
