package org.colophon.item;

/**
 * Who did something (PREMIS 3 §3, agent entity).
 *
 * @param name e.g. {@code Tesseract}, or a person's name
 * @param version of software; null for a person
 * @param kind what sort of agent
 */
public record Agent(String name, String version, Kind kind) {

    /** PREMIS agent types in use. */
    public enum Kind {
        SOFTWARE,
        PERSON
    }

    /** Colophon itself. */
    public static Agent colophon(String version) {
        return new Agent("Colophon", version, Kind.SOFTWARE);
    }

    /** A tool. */
    public static Agent software(String name, String version) {
        return new Agent(name, version, Kind.SOFTWARE);
    }

    /** Somebody who decided something. */
    public static Agent person(String name) {
        return new Agent(name, null, Kind.PERSON);
    }

    @Override
    public String toString() {
        return version == null ? name : name + " " + version;
    }
}
