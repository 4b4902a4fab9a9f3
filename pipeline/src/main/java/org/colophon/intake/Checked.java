package org.colophon.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.colophon.item.Agent;
import org.colophon.item.Event;
import org.colophon.item.Event.Outcome;
import org.colophon.item.EventType;

/**
 * What a virus check found out about an object.
 *
 * @param files how many were looked through or passed over; 0 when nobody looked
 * @param infected what was found, by file
 * @param passedOver why not, by file that the scanner does not look through
 */
record Checked(Instant at, Agent agent, int files, Map<String, String> infected, Map<String, String> passedOver) {
    private static final int MOST_NAMED = 20;

    Checked {
        infected = Collections.unmodifiableMap(new LinkedHashMap<>(infected));
        passedOver = Collections.unmodifiableMap(new LinkedHashMap<>(passedOver));
    }

    /** Of an object that nobody looks through. */
    static Checked byNobody(Instant at, Agent colophon) {
        return new Checked(at, colophon, 0, Map.of(), Map.of());
    }

    /** A sentence an infected file; none when the object may come in. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        infected.forEach((name, found) -> faults.add(name + " is infected: " + agent + " found " + found));
        if (!faults.isEmpty()) {
            int last = faults.size() - 1;
            faults.set(
                    last,
                    faults.get(last) + "; do not open what is named here, tell whoever looks after the computer it came"
                            + " from, and scan or fetch it anew from a clean one. Should the scanner be wrong, tell"
                            + " whoever runs Colophon");
        }
        return faults;
    }

    /** One event for the whole object. */
    Event event() {
        if (files == 0) {
            return event(Outcome.WARNING, "not checked for viruses: no scanner is set (virus.clamd)");
        }
        if (!infected.isEmpty()) {
            return event(Outcome.FAILURE, "infected, " + infected.size() + " of " + count() + ": " + some(infected));
        }
        if (!passedOver.isEmpty()) {
            return event(
                    Outcome.WARNING,
                    "not checked for viruses, " + passedOver.size() + " of " + count() + ": " + some(passedOver)
                            + (passedOver.size() < files ? "; nothing was found in the others" : ""));
        }
        return event(Outcome.SUCCESS, count() + " checked for viruses, nothing was found");
    }

    private Event event(Outcome outcome, String detail) {
        return Event.ofItem(at.truncatedTo(ChronoUnit.MILLIS), EventType.VIRUS_CHECK, outcome, detail, agent);
    }

    private String count() {
        return files == 1 ? "1 file" : files + " files";
    }

    private static String some(Map<String, String> byFile) {
        String some = byFile.entrySet().stream()
                .limit(MOST_NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return byFile.size() <= MOST_NAMED ? some : some + " and " + (byFile.size() - MOST_NAMED) + " more";
    }
}
