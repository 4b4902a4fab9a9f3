package org.colophon.app.health;

/** Finds out whether a part can be worked with, at little cost. */
@FunctionalInterface
public interface PartQuestion {

    /**
     * Asks it; may take long.
     *
     * @throws Exception when it cannot, with a message for the log
     */
    void ask() throws Exception;
}
