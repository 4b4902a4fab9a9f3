package org.colophon.preserve.deposit;

import java.util.Optional;
import org.colophon.port.Archive.ObjectState;

/** What to do next to get a version into the archive, by what lies there. */
sealed interface Move {
    /** It is there already: a former attempt put it and did not live to tell. */
    record Adopt() implements Move {}

    /** Delete what was never committed. */
    record Purge() implements Move {}

    /** Mend the root inventory from a version's own. */
    record Restore() implements Move {}

    /** Delete the files of this version, which was never committed. */
    record DeleteStray() implements Move {}

    /** Put it. */
    record Put() implements Move {}

    /**
     * No rule covers this: a person must look.
     *
     * @param why what lies there
     */
    record SetAside(String why) implements Move {}

    /**
     * The rule for a state.
     *
     * @param number the version to get there
     * @param intended SHA-512 of the inventory that a former attempt was about to put
     */
    static Move next(ObjectState state, int number, Optional<String> intended) {
        if (state instanceof ObjectState.Committed committed) {
            return next(committed, number, intended);
        }
        if (state instanceof ObjectState.Torn torn) {
            int whole = torn.newestWhole();
            return whole == number || whole == number - 1
                    ? new Restore()
                    : new SetAside("its inventory is damaged, and its newest whole version is v" + whole);
        }
        // Where a version was committed before, nothing less than it can be there without damage.
        if (number > 1) {
            return new SetAside("no whole version is there, though v" + (number - 1) + " was deposited");
        }
        return state instanceof ObjectState.Absent ? new Put() : new Purge();
    }

    private static Move next(ObjectState.Committed committed, int number, Optional<String> intended) {
        if (committed.head() == number) {
            return intended.filter(committed.inventoryDigest()::equals).isPresent()
                    ? new Adopt()
                    : new SetAside("another v" + number + " is there, which this item never was about to put");
        }
        if (committed.head() != number - 1) {
            return new SetAside("its newest version there is v" + committed.head());
        }
        if (committed.strayVersion() == 0) {
            return new Put();
        }
        return committed.strayVersion() == number
                ? new DeleteStray()
                : new SetAside("files of v" + committed.strayVersion() + " are there, which is not the next version");
    }
}
