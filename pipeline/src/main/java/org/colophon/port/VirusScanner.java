package org.colophon.port;

import java.nio.file.Path;
import java.util.Optional;
import org.colophon.item.Agent;
import org.colophon.item.UnavailableException;

/** Looks for viruses in the files of an object, and for whatever else a scanner takes to be malicious. */
public interface VirusScanner {
    /** What {@link UnavailableException#what} says when it does not answer. */
    String WORD = "virus-scanner";

    /**
     * Who looks, with the version of its signatures; empty when nobody does. Asked before every object, so it is also
     * how one finds out whether the scanner answers.
     *
     * @throws UnavailableException when it does not answer
     */
    Optional<Agent> agent();

    /**
     * Looks through a whole file.
     *
     * @throws UnavailableException when it does not answer, or broke off: nothing is known of the file
     */
    Outcome check(Path file);

    /** What was found out about a file. */
    sealed interface Outcome {
        /** Nothing was found. */
        record Clean() implements Outcome {}

        /**
         * Something was found.
         *
         * @param name what the scanner calls it
         */
        record Infected(String name) implements Outcome {}

        /**
         * The scanner works, but does not look through this file.
         *
         * @param reason why, with what an operator can change
         */
        record NotChecked(String reason) implements Outcome {}
    }
}
