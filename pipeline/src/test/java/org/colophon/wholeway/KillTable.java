package org.colophon.wholeway;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What each round of kills wanted to hit, and what it was found to have hit. */
final class KillTable {
    private final List<Round> rounds = new ArrayList<>();

    /**
     * @param how tree or main
     * @param wanted null for a kill at a random moment
     */
    record Round(int number, long seed, String how, Boundary wanted, Set<Boundary> found) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%5d  %-20d  %-4s  %-12s  %s",
                    number,
                    seed,
                    how,
                    wanted == null ? "(any moment)" : wanted,
                    found.isEmpty()
                            ? "(at rest)"
                            : found.stream().map(Enum::name).collect(Collectors.joining(" ")));
        }
    }

    void add(Round round) {
        if (rounds.isEmpty()) {
            System.out.println("round  seed                  how   wanted        found");
        }
        rounds.add(round);
        System.out.println(round);
    }

    int size() {
        return rounds.size();
    }

    /** Boundaries at which no process died yet. */
    Set<Boundary> missing() {
        Set<Boundary> missing = EnumSet.allOf(Boundary.class);
        rounds.forEach(round -> missing.removeAll(round.found()));
        return missing;
    }

    /** The section of the page on reliability that these kills are shown in. */
    List<String> section(String command) {
        long alone = rounds.stream().filter(round -> round.how().equals("main")).count();
        List<String> lines = new ArrayList<>();
        lines.add("`" + command + "`: " + rounds.size() + " kills with `-9`, " + (rounds.size() - alone)
                + " of the whole process tree, " + alone + " of the main process alone. When one comes, several items"
                + " stand at several places: every place is counted that was found on disk after death.");
        lines.add("");
        lines.addAll(byBoundary("all sound"));
        return lines;
    }

    /** Lines of a Markdown table: boundary by boundary, how often a process died there. */
    List<String> byBoundary(String outcome) {
        Map<Boundary, Integer> tree = new EnumMap<>(Boundary.class);
        Map<Boundary, Integer> main = new EnumMap<>(Boundary.class);
        for (Round round : rounds) {
            Map<Boundary, Integer> counts = round.how().equals("tree") ? tree : main;
            round.found().forEach(boundary -> counts.merge(boundary, 1, Integer::sum));
        }
        List<String> lines = new ArrayList<>();
        lines.add("| where items stood when it was killed | whole tree | main process alone | afterwards |");
        lines.add("|---|---|---|---|");
        for (Boundary boundary : Boundary.values()) {
            lines.add("| " + boundary.words() + " | " + tree.getOrDefault(boundary, 0) + " | "
                    + main.getOrDefault(boundary, 0) + " | " + outcome + " |");
        }
        return lines;
    }
}
