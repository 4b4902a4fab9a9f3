package org.colophon.adapter.ledger;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Note;
import org.colophon.item.Step;
import org.colophon.port.Admission.Decision;

/** The way of an item, as pure rules: which step may be done in which state, and what follows what. */
final class Flow {
    /** Failed attempts after which a task is given up. */
    static final int MOST_FAILURES = 3;
    /** Attempts whose process died, after which a task is given up. */
    static final int MOST_ABANDONMENTS = 10;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private static final String HITCH = "The step \"";

    private Flow() {}

    /**
     * What becomes of an item.
     *
     * @param reason to be shown with the state, or null
     * @param next the step to open, or null
     */
    record Move(ItemState state, String reason, Step next) {}

    /**
     * A page that did not pass examination.
     *
     * @param texts what is wrong with it, in plain words
     */
    record BadPage(int n, String name, List<String> texts) {
        /** One line, whatever the name from outside holds. */
        String line() {
            return "page " + n + ", " + Note.oneLine(name) + ": " + oneLine(String.join("; ", texts));
        }
    }

    /** Whether a step may be done while its item is in a state. */
    static boolean allows(Step step, ItemState state) {
        return switch (step) {
            case EXAMINE -> state == ItemState.EXAMINING;
            case RECOGNIZE -> state == ItemState.RECOGNIZING;
            case PRESERVE -> state == ItemState.PRESERVING;
            case SETTLE -> state.archived() || state == ItemState.REJECTED || state == ItemState.DUPLICATE;
            case PUBLISH -> state == ItemState.DEPOSITED;
        };
    }

    /** The state in which a step of an item's making is done. */
    static ItemState stateOf(Step step) {
        return switch (step) {
            case EXAMINE -> ItemState.EXAMINING;
            case RECOGNIZE -> ItemState.RECOGNIZING;
            case PRESERVE -> ItemState.PRESERVING;
            case SETTLE, PUBLISH -> ItemState.DEPOSITED;
        };
    }

    /** Whether a task that keeps failing is given up; the others are tried for ever, with pauses. */
    static boolean givesUp(Step step) {
        return step == Step.EXAMINE || step == Step.RECOGNIZE || step == Step.PRESERVE;
    }

    static Move admitted(Decision decision) {
        if (decision instanceof Decision.Refuse refuse) {
            return new Move(ItemState.REJECTED, refuse.reason(), Step.SETTLE);
        }
        if (decision instanceof Decision.Duplicate duplicate) {
            String reason = "The same pages in the same order were deposited before, as " + duplicate.of() + ".";
            return new Move(
                    ItemState.DUPLICATE,
                    duplicate.note() == null ? reason : reason + " " + duplicate.note(),
                    Step.SETTLE);
        }
        return new Move(ItemState.EXAMINING, null, Step.EXAMINE);
    }

    /** After the last page was examined. One refused master rejects the object. */
    static Move examined(ItemId item, List<BadPage> refused, List<BadPage> setAside) {
        if (!refused.isEmpty()) {
            return new Move(ItemState.REJECTED, lines(refused.stream()), Step.SETTLE);
        }
        if (!setAside.isEmpty()) {
            String advice =
                    "Look at these pages, then `colophon retry " + item + "` or `colophon reject " + item + "`.";
            return new Move(ItemState.SET_ASIDE, lines(setAside.stream()) + "\n" + advice, null);
        }
        return new Move(ItemState.RECOGNIZING, null, Step.RECOGNIZE);
    }

    static Move recognized() {
        return new Move(ItemState.PRESERVING, null, Step.PRESERVE);
    }

    /** @param settled whether the source was settled in an earlier round */
    static Move deposited(boolean settled) {
        return new Move(ItemState.DEPOSITED, null, settled ? Step.PUBLISH : Step.SETTLE);
    }

    static Move published(boolean held, String reason) {
        return new Move(held ? ItemState.HELD : ItemState.PUBLISHED, reason, null);
    }

    static Move unpreserved(ItemId item, String detail) {
        return new Move(
                ItemState.SET_ASIDE,
                "Its package could not be made or deposited: " + oneLine(detail)
                        + "\nNothing is lost. Mend the cause, then" + " `colophon retry " + item + "`.",
                null);
    }

    /** A reason with what a step that is tried for ever met, in the place of what it met before. */
    static String withHitch(ItemId item, Step step, String reason, String detail) {
        String own = withoutHitch(reason);
        return (own == null ? "" : own + "\n") + HITCH + step.stem() + "\" failed: " + oneLine(detail)
                + "\nIt is tried again by itself; `colophon retry " + item + "` tries at once.";
    }

    /** The reason an item had by itself, or null. */
    static String withoutHitch(String reason) {
        if (reason == null || reason.startsWith(HITCH)) {
            return null;
        }
        int hitch = reason.lastIndexOf("\n" + HITCH);
        return hitch < 0 ? reason : reason.substring(0, hitch);
    }

    /** How long to wait before the next attempt: 5 s, 10 s, 20 s … 10 min. */
    static Duration pause(int timesInARow) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(timesInARow, 1) - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Line breaks and other controls become spaces. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String lines(Stream<BadPage> pages) {
        return pages.map(BadPage::line).collect(Collectors.joining("\n"));
    }
}
