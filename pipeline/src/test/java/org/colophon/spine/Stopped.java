package org.colophon.spine;

/** The end of a process, as far as it can be played: no handler for exceptions sees it. */
final class Stopped extends Error {
    private static final long serialVersionUID = 1L;

    Stopped() {
        super("the process is killed", null, false, false);
    }
}
