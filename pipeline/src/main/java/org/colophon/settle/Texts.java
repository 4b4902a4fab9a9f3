package org.colophon.settle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.item.Note;
import org.colophon.port.History.PageStatus;
import org.colophon.worker.protocol.Finding;

/** The words of the notes. */
final class Texts {
    private static final String AGAIN =
            "What to do: mend what is named above, then drop the folder into the inbox again; it counts as a new one. This note"
                    + " may stay in it.";

    private final String site;
    private final boolean holds;

    /** @param holds whether what is deposited will be held from readers; a receipt is written before it is published */
    Texts(String site, boolean holds) {
        this.site = site;
        this.holds = holds;
    }

    /** Of a deposited item. */
    String receipt(Item item, List<PageStatus> pages) {
        List<String> lines = new ArrayList<>();
        lines.add(Note.SIGNATURE + "this was deposited.");
        lines.add("");
        lines.add("Title:    " + Note.oneLine(item.title()));
        lines.add("Item:     " + item.id());
        lines.add("ARK:      " + item.ark());
        lines.add("Pages:    " + item.pageCount());
        lines.add("Package:  version " + Math.max(1, item.version()));
        lines.add("Read it:  " + where(item));
        lines.add("Text:     " + text(pages));
        section(lines, "Without text, or with less than there could be:", recognitionProblems(pages));
        if (!recognitionProblems(pages).isEmpty()) {
            lines.add("When that is mended: colophon recognize " + item.id() + " --language "
                    + String.join(",", item.languages()) + " reads the text again, as a new version.");
            lines.add("");
        }
        section(lines, "Noticed about the scans (they were accepted):", findings(pages));
        section(lines, "Not judged:", standard(pages));
        return end(lines);
    }

    private String where(Item item) {
        boolean held = item.state() == ItemState.HELD || (holds && item.publishedAt() == null);
        return held ? "not yet: it is held (publish.mode: hold)" : site + "/items/" + item.id();
    }

    private static String text(List<PageStatus> pages) {
        long characters = 0;
        long weighted = 0;
        long weight = 0;
        for (PageStatus page : pages) {
            if (page.recognized() != null) {
                characters += page.recognized().characters();
                if (page.recognized().confidence() != null) {
                    weighted += (long) page.recognized().confidence()
                            * page.recognized().characters();
                    weight += page.recognized().characters();
                }
            }
        }
        String count = String.format(Locale.ROOT, "%,d characters", characters);
        return weight == 0
                ? count
                : count + ", recognized with a confidence of " + Math.round((double) weighted / weight) + " of 100";
    }

    /** The same problem of many pages is one line. */
    private static List<String> recognitionProblems(List<PageStatus> pages) {
        Map<String, List<PageStatus>> byProblem = new LinkedHashMap<>();
        for (PageStatus page : pages) {
            if (page.recognized() != null && page.recognized().problem() != null) {
                byProblem
                        .computeIfAbsent(page.recognized().problem(), key -> new ArrayList<>())
                        .add(page);
            }
        }
        return grouped(byProblem, pages.size());
    }

    private static List<String> findings(List<PageStatus> pages) {
        Map<String, List<PageStatus>> byText = new LinkedHashMap<>();
        for (PageStatus page : pages) {
            page.findings().stream()
                    .filter(finding -> finding.level() != Finding.Level.REJECT)
                    .forEach(finding -> byText.computeIfAbsent(finding.text(), key -> new ArrayList<>())
                            .add(page));
        }
        return grouped(byText, pages.size());
    }

    /** What concerns a single page names its file, for whoever has to find it. */
    private static List<String> grouped(Map<String, List<PageStatus>> byText, int of) {
        List<String> lines = new ArrayList<>();
        byText.forEach((text, pages) -> lines.add(which(pages, of) + ": " + Note.oneLine(text)));
        return lines;
    }

    private static String which(List<PageStatus> pages, int of) {
        if (pages.size() == 1) {
            return "page " + pages.get(0).page().n() + ", "
                    + Note.oneLine(pages.get(0).page().name());
        }
        return pages.size() == of
                ? "all pages"
                : "pages "
                        + String.join(
                                ", ",
                                pages.stream()
                                        .map(page -> String.valueOf(page.page().n()))
                                        .toList());
    }

    /** Which standard the scans were held against, and what of it nobody judged; nothing for the one that asks nothing. */
    private static List<String> standard(List<PageStatus> pages) {
        return pages.stream()
                .filter(page -> page.examined() != null
                        && !page.examined().standard().notJudged().isEmpty())
                .findFirst()
                .map(page -> page.examined().standard())
                .map(standard ->
                        List.of("the profile " + standard.profile() + " also asks for what cannot be told without a"
                                + " scanned target: " + String.join(", ", standard.notJudged())))
                .orElse(List.of());
    }

    /** Of what goes back. */
    String why(Item item, List<PageStatus> pages) {
        List<String> lines = new ArrayList<>();
        lines.add(Note.SIGNATURE + "this was not accepted; nothing of it was deposited.");
        section(lines, "What is wrong:", List.of(String.valueOf(item.reason()).split("\n")));
        section(lines, "Also noticed (this alone would not be refused):", findings(pages));
        section(lines, "Not judged:", standard(pages));
        lines.add("");
        lines.add(AGAIN);
        lines.add("");
        lines.add("(item " + item.id() + ")");
        return end(lines);
    }

    /**
     * Of what was deposited before.
     *
     * @param earlier the archived item, or null when it cannot be told any more
     */
    String duplicate(Item item, Item earlier) {
        List<String> lines = new ArrayList<>();
        lines.add(Note.SIGNATURE + "the same scans were deposited before; nothing was deposited now.");
        lines.add("");
        if (earlier != null) {
            lines.add("Title:      " + Note.oneLine(earlier.title()));
            lines.add("Item:       " + earlier.id());
            lines.add("ARK:        " + earlier.ark());
            lines.add("Deposited:  " + earlier.depositedAt());
            lines.add("Read it:    " + where(earlier));
        }
        section(lines, "In detail:", List.of(String.valueOf(item.reason()).split("\n")));
        lines.add("");
        lines.add(
                "What to do: nothing, if this was dropped twice. If the metadata is to be changed: colophon describe ITEM"
                        + " --metadata FILE.");
        return end(lines);
    }

    /** Of a folder that stays because it changed. */
    String stayed(Item item, List<String> changes) {
        List<String> lines = new ArrayList<>();
        lines.add(Note.SIGNATURE + "this was changed after it had been taken in, so it stays here.");
        section(lines, "What is different:", changes);
        lines.add("");
        lines.add("What was taken in is item " + item.id() + " (" + item.state().spelling()
                + "). As it lies here now it" + " counts as a new drop and is looked at again.");
        return end(lines);
    }

    private static void section(List<String> lines, String heading, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add("");
            lines.add(heading);
            entries.forEach(entry -> lines.add("- " + Note.oneLine(entry)));
        }
    }

    private static String end(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
