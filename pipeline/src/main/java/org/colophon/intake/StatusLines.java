package org.colophon.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.Note;
import org.colophon.port.History;
import org.colophon.port.Unsettled;
import org.colophon.port.Workers;

/** What STATUS.txt says of an object: a line, and below it one for each finding. Made anew for each look. */
final class StatusLines {
    private final History history;
    private final Workers workers;
    private final Noticed noticed;
    private final Map<List<String>, List<String>> missing = new HashMap<>();

    StatusLines(History history, Workers workers, Noticed noticed) {
        this.noticed = noticed;
        this.history = history;
        this.workers = workers;
    }

    /** An object that waits. */
    static String of(Candidate candidate, Instant now) {
        String name = Note.oneLine(candidate.source().path().name());
        if (candidate.settling() || candidate.reason() == null) {
            Duration still = candidate.unchanged(now);
            String change = candidate.looks() == 1 ? "just seen" : "last change " + still.toSeconds() + " s ago";
            return name + ": waiting: " + change;
        }
        return name + ": waiting: " + Note.oneLine(candidate.reason());
    }

    /**
     * An object that is taken in but not settled.
     *
     * @param changed whether its folder is not what was taken in
     */
    String of(Unsettled unsettled, boolean changed) {
        Item item = unsettled.item();
        String line = Note.oneLine(item.source().path().name()) + ": " + doing(item);
        if (item.state().inFlight() && item.reason() != null) {
            line += "; held up: " + reason(item);
        }
        List<String> models = missing.computeIfAbsent(
                item.languages(), languages -> workers.languages(languages).missing());
        if (item.state().inFlight() && !models.isEmpty()) {
            line += "; " + Note.oneLine(String.join("; ", models));
        }
        if (changed) {
            line += "; what lies here now differs from what was taken in and waits until this is done";
        }
        StringBuilder all = new StringBuilder(line);
        noticed.of(item).forEach(finding -> all.append("\n    ").append(finding));
        return all.toString();
    }

    private String doing(Item item) {
        return switch (item.state()) {
            case EXAMINING -> progress(item.id(), "being examined");
            case RECOGNIZING -> progress(item.id(), "text being recognized");
            case PRESERVING -> "being preserved";
            case DEPOSITED, PUBLISHED, HELD, WITHDRAWN -> "deposited as " + item.id() + ", about to be moved";
            case REJECTED -> "rejected, about to be moved";
            case DUPLICATE -> "deposited before, about to be moved";
            case SET_ASIDE ->
                "set aside: " + reason(item) + "; an archivist can take it up again (colophon retry " + item.id()
                        + ") or reject it (colophon reject " + item.id() + " --why TEXT)";
            case WAITING -> "waiting: " + reason(item);
        };
    }

    private static String reason(Item item) {
        return Note.oneLine(String.valueOf(item.reason()).replace("\n", "; "));
    }

    private String progress(ItemId id, String what) {
        History.Progress progress = history.progress(id);
        int done = what.startsWith("text") ? progress.recognized() : progress.examined();
        return what + ": page " + Math.min(done + 1, progress.pages()) + " of " + progress.pages();
    }
}
