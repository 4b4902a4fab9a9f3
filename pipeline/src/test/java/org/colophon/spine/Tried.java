package org.colophon.spine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What became of the letter in all runs with one fault in one place. Used by several threads. */
final class Tried {
    private final Place place;
    private final Fault fault;
    private final int version;
    private final Set<String> calls = new TreeSet<>();
    private final List<String> broken = new ArrayList<>();
    private int runs;
    private int red;

    Tried(int version, Place place, Fault fault) {
        this.version = version;
        this.place = place;
        this.fault = fault;
    }

    /** A run in which the fault happened. */
    synchronized void add(Run run) {
        runs++;
        calls.add(run.met().orElseThrow());
        red += run.wasRed() ? 1 : 0;
    }

    /** A run whose account did not hold. */
    synchronized void fail(int n, Run run, Throwable why) {
        broken.add(place + " " + fault + " v" + version + " call " + n + " " + run.met() + ": " + why);
    }

    synchronized List<String> broken() {
        return List.copyOf(broken);
    }

    synchronized int runs() {
        return runs;
    }

    /** The row of the table. */
    synchronized String row() {
        String then = fault == Fault.STOPPED ? "taken up at the next start" : "goes on by itself";
        return "| "
                + String.join(
                        " | ",
                        place.words(),
                        fault.words(place),
                        "v" + version,
                        String.valueOf(runs),
                        then + ": exactly one v" + version + ", folder in done/, readable",
                        noticed())
                + " |";
    }

    private String noticed() {
        if (fault == Fault.STOPPED) {
            return "whoever runs Colophon: the process is gone";
        }
        return red == 0 ? "nobody" : "health red in " + red + " of " + runs + ", and \"Waiting: …\" on the console";
    }
}
