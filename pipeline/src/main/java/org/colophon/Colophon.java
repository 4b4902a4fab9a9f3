package org.colophon;

import org.colophon.app.Temps;
import org.colophon.cli.CommandLines;

/** The program. */
public final class Colophon {
    private Colophon() {}

    /** Runs one command and ends with its exit code: 0 good, 1 failed, 2 wrong use, 3 some objects not deposited. */
    public static void main(String[] arguments) {
        Temps.ofThisProcess();
        int code = CommandLines.execute(arguments);
        Runtime.getRuntime().halt(flushed(code));
    }

    /** Halting skips shutdown hooks, which would stop a second time what the command already closed. */
    private static int flushed(int code) {
        System.out.flush();
        System.err.flush();
        return code;
    }
}
