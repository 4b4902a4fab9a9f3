package org.colophon.app;

/** Says things to whoever started the process, a line each. */
@FunctionalInterface
public interface Announcer {

    /** Says one line. */
    void say(String line);
}
