package org.colophon.cli;

import org.colophon.item.Agent;

/** Who decides on the command line. */
final class Person {
    private Person() {}

    /** The user this process runs as. */
    static Agent here() {
        return Agent.person(System.getProperty("user.name", "someone") + " (command line)");
    }
}
